using Coordination.Mediation.Cases;
using Coordination.Platform;

namespace Coordination.Mediation.Agreements;

/// <summary>A part was not performed in time: agreement and case are broken, and a rights notice is owed. Nobody is pressed to pay here.</summary>
internal sealed class OnInstalmentMissed(MediationDb db, Leaving leaving) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Agreements.FindAsync([clock.Subject], ct) is not { } agreement || agreement.Miss(clock.EntityId) is not null) return;
        if (await db.Cases.FindAsync([agreement.CaseId], ct) is { } found && found.Breach() is null) await leaving.LeaveAsync(found, ct);
    }
}
