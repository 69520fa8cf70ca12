using Coordination.Platform;

namespace Coordination.Mediation.Complaints;

/// <summary>The time for keeping a complaint's words is over.</summary>
internal sealed class OnComplaintRetentionOver(MediationDb db, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct) => (await db.Complaints.FindAsync([clock.EntityId], ct))?.DestroyWords(call.Now);
}
