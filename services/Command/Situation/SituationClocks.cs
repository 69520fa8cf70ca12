using Coordination.Command.HeadCounts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Situation;

/// <summary>The duties of an incident, for its reports. Those of head counts come in rounds, of which there are hundreds in some days: they are counted, and not listed.</summary>
internal static class SituationClocks
{
    public static async Task<List<Clock>> DutiesAsync(this CommandDb db, Guid incident, JurisdictionPackage package, CancellationToken ct) =>
        (await db.Set<Clock>().AsNoTracking().Where(c => c.Subject == incident && c.Key != HeadCountClocks.Answer && c.Key != HeadCountClocks.Round).ToListAsync(ct))
            .FindAll(c => package.IsDuty(c.Key));

    /// <summary>How many rounds of head counts were, are or will be answered in time.</summary>
    public static async Task<IReadOnlyDictionary<ClockState, int>> RoundsAsync(this CommandDb db, Guid incident, JurisdictionPackage package, CancellationToken ct) =>
        !package.IsDuty(HeadCountClocks.Answer) ? new Dictionary<ClockState, int>()
        : await db.Set<Clock>().Where(c => c.Subject == incident && c.Key == HeadCountClocks.Answer).GroupBy(c => c.State)
            .Select(g => new { State = g.Key, Number = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Number, ct);
}
