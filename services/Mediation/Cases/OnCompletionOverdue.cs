using Coordination.Platform;

namespace Coordination.Mediation.Cases;

/// <summary>The time for an agreement is over: there is none, and the parties are owed a rights notice. Nothing else follows for anyone.</summary>
internal sealed class OnCompletionOverdue(MediationDb db, Leaving leaving) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Cases.FindAsync([clock.EntityId], ct) is { } found && found.EndWithoutAgreement() is null) await leaving.LeaveAsync(found, ct);
    }
}
