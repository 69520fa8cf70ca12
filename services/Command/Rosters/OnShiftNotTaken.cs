using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>A shift has begun and who confirmed it is not on duty: an alarm, as if nobody had confirmed.</summary>
internal sealed class OnShiftNotTaken(CommandDb db, WatchCover cover) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.DutyShifts.FindAsync([clock.EntityId], ct) is not { } shift || shift.LeaveUncovered() is not null) return;
        db.Append(shift.RosterId, shift.Changed(clock.DueAt));
        db.Append(shift.RosterId, new DutyGapOpened(shift.Id, shift.RosterId, shift.Agency, clock.StartedAt));
        await cover.MovedAsync(shift, clock.DueAt, ct);
    }
}
