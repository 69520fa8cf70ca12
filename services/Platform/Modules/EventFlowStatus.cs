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

    /// <summary>The last position of each source, done or set aside. Each is one look at the end of an index.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> TakenAsync(ServiceDb db, CancellationToken ct)
    {
        var taken = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var inbox = db.Set<InboxRow>().AsNoTracking().Where(r => r.Consumer == instance.Name);
        for (var source = await NextAsync(""); source is not null; source = await NextAsync(source))
            taken[source] = await inbox.Where(r => r.Source == source).MaxAsync(r => r.Position, ct);
        foreach (var aside in await db.Set<DeferredEvent>().AsNoTracking().GroupBy(d => d.Source).Select(g => new { g.Key, Position = g.Max(d => d.Position) }).ToListAsync(ct))
            taken[aside.Key] = Math.Max(aside.Position, taken.GetValueOrDefault(aside.Key));
        return taken;

        Task<string?> NextAsync(string after) => inbox.Where(r => string.Compare(r.Source, after) > 0).MinAsync(r => (string?)r.Source, ct);
    }
}
