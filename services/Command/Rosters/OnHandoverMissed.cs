using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>A shift is over and has not handed over: whoever was on duty still is, and it is an alarm.</summary>
internal sealed class OnHandoverMissed(CommandDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.DutyShifts.FindAsync([clock.EntityId], ct) is { State: ShiftState.OnDuty } shift)
            db.Append(shift.RosterId, new DutyGapOpened(shift.Id, shift.RosterId, shift.Agency, shift.Until));
    }
}
