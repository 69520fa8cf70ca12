using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Orders;

/// <summary>
/// Whoever is off duty is not called: an order is for who keeps the watch of the agency at that moment. Where it keeps watches by roster and nobody is on any of
/// them, nobody is waited for, and the alternate or the superior is asked at once. Who was not relieved keeps the desk beyond the end of the shift: that is an alarm, and no empty
/// desk. An agency without a roster is asked like any other.
/// </summary>
internal static class OffDuty
{
    /// <summary>Asks the next in line while nobody is on duty with the one who is asked; where nobody is left, the order waits there like any other.</summary>
    public static async Task PassOffDutyAsync(this CommandDb db, Order order, DateTimeOffset at, CancellationToken ct)
    {
        while (await db.IsUnattendedAsync(order.Asked, order.ExerciseId, ct) && order.Escalate() is null) db.Append(order.IncidentId, order.Escalated(at));
    }

    public static async Task<bool> IsUnattendedAsync(this CommandDb db, string agency, Guid? exercise, CancellationToken ct)
    {
        var watches = await db.DutyWatches.Where(w => w.Agency == agency && w.ExerciseId == exercise && w.State != WatchState.StoodDown).Select(w => w.State).ToListAsync(ct);
        if (watches.Count == 0 || !watches.TrueForAll(s => s == WatchState.Gap)) return false;
        return !await db.DutyShifts.AnyAsync(s => s.Agency == agency && s.ExerciseId == exercise && s.State == ShiftState.OnDuty, ct);
    }
}
