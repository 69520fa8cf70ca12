using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>How far events have come: what this instance gave, and what it took of the others. Between processes nobody else can tell.</summary>
internal sealed class EventFlowStatus(ServiceInstance instance)
{
    private (long Upto, ImmutableSortedDictionary<string, long> ByType) last = (0, ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    /// <summary>The last position of each type; only what is new is read.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> LastAsync(ServiceDb db, long head, CancellationToken ct)
    {
        var (upto, known) = last;
        if (upto >= head) return known;
        var news = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Position > upto && e.Position <= head && !e.IsImported)
            .GroupBy(e => e.Type).Select(g => new { g.Key, Position = g.Max(e => e.Position) }).ToListAsync(ct);
        last = (head, known.SetItems(news.Select(n => KeyValuePair.Create(n.Key, n.Position!.Value))));
        return last.ByType;
    }

    /// <summary>The last position of each source, done or set aside.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> TakenAsync(ServiceDb db, CancellationToken ct)
    {
        var taken = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in await StatusQueries.Taken(db, instance.Name).ToListAsync(ct))
            taken[row.Source] = Math.Max(row.Position, taken.GetValueOrDefault(row.Source));
        return taken;
    }
}
