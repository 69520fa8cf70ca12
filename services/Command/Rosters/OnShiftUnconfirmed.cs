using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>A shift begins and nobody has confirmed it: an alarm.</summary>
internal sealed class OnShiftUnconfirmed(CommandDb db, WatchCover cover) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.DutyShifts.FindAsync([clock.EntityId], ct) is not { } shift || shift.LeaveUncovered() is not null) return;
        db.Append(shift.RosterId, shift.Changed(clock.DueAt));
        db.Append(shift.RosterId, new DutyGapOpened(shift.Id, shift.RosterId, shift.Agency, clock.DueAt));
        await cover.MovedAsync(shift, clock.DueAt, ct);
    }
}
