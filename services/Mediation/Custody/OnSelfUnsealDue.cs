using Coordination.Platform;

namespace Coordination.Mediation.Custody;

/// <summary>Three years without a claim: the keeper may open it (条例701 Art. 24).</summary>
internal sealed class OnSelfUnsealDue(MediationDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct) => (await db.Evidence.FindAsync([clock.EntityId], ct))?.AllowSelfUnsealing();
}
