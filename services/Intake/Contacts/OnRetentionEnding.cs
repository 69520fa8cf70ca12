using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Contacts;

/// <summary>The retention time of a contact is nearly over: it is destroyed before it is due.</summary>
internal sealed class OnRetentionEnding(IntakeDb db, Call call, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Reports.FindAsync([clock.EntityId], ct) is { } report)
            await DestroyContactCase.DestroyAsync(report, DestructionReason.RetentionEnded, db, clocks, call.Now, ct);
    }
}
