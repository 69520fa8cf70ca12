using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Orders;

/// <summary>
/// Whoever is off duty is not called: an order is for who keeps the watch of the agency at that moment. Where it keeps watches by roster and nobody is on any of
/// them, nobody is waited for, and the alternate or the superior is asked at once. An agency without a roster is asked like any other.
/// </summary>
internal static class OffDuty
{
    public static async Task<bool> IsUnattendedAsync(this CommandDb db, string agency, Guid? exercise, CancellationToken ct)
    {
        var watches = await db.DutyWatches.Where(w => w.Agency == agency && w.ExerciseId == exercise && w.State != WatchState.StoodDown).Select(w => w.State).ToListAsync(ct);
        return watches.Count > 0 && watches.TrueForAll(s => s == WatchState.Gap);
    }
}
