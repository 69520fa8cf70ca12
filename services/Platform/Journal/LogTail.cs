using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>
/// The newest stretch of the log in memory: ten thousand readers who wait for its next event cost the store one look for all of them, and one for each agency
/// whose sight is asked. Sealed rows never change, so what is held here is what stands there.
/// </summary>
internal sealed class LogTail(IServiceScopeFactory scopes, SealedWatch watch, TimeProvider time, int most = 4096) : IDisposable
{
    private const long MostBytes = 32 * 1024 * 1024;

    /// <summary>A seal that nobody was told of is seen after this all the same; so is a change of who may see what.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim looking = new(1, 1);
    private View? newest;

    /// <summary>What the filter takes after a position, as <see cref="EventLog.ReadAsync"/> would say; null when that is longer ago than what is held here.</summary>
    internal async Task<LogStretch?> ReadAsync(long after, int limit, EventFilter filter, CancellationToken ct)
    {
        var view = await NewestAsync(ct);
        return after < view.After ? null : await view.ReadAsync(after, limit, filter, scopes, ct);
    }

    public void Dispose() => looking.Dispose();

    private async Task<View> NewestAsync(CancellationToken ct)
    {
        if (Volatile.Read(ref newest) is { } known && IsFresh(known)) return known;
        await looking.WaitAsync(ct);
        try
        {
            if (newest is { } found && IsFresh(found)) return found;
            // Taken before the look: what is sealed meanwhile ends it, and the view with it.
            var (next, at) = (watch.Next, time.GetTimestamp());
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
            var head = await EventLog.HeadAsync(db, ct);
            var from = newest is { } old && head - old.UpTo < most ? old : new View(Math.Max(0, head - most), Math.Max(0, head - most), [], next, at);
            var rows = head == from.UpTo ? [] : await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Position > from.UpTo && e.Position <= head).OrderBy(e => e.Position).ToListAsync(ct);
            var events = Newest([.. from.Events.Skip(Math.Max(0, from.Events.Length + rows.Count - most)), .. rows.Select(LoggedEvent.Of)]);
            var view = new View(head - events.Length, head, events, next, at);
            Volatile.Write(ref newest, view);
            return view;
        }
        finally
        {
            looking.Release();
        }
    }

    /// <summary>As many of the last as may be held.</summary>
    private static LoggedEvent[] Newest(LoggedEvent[] events)
    {
        var (from, bytes) = (events.Length, 0L);
        while (from > 0 && (bytes += events[from - 1].CloudEvent.Length) <= MostBytes) from--;
        return events[from..];
    }

    private bool IsFresh(View view) => !view.Next.IsCompleted && time.GetElapsedTime(view.At) < Fresh;

    /// <summary>All events after one position up to another, in order, and what was asked about them while nothing newer was there.</summary>
    private sealed record View(long After, long UpTo, LoggedEvent[] Events, Task Next, long At)
    {
        private readonly ConcurrentDictionary<(string? By, long After, int Count), Lazy<Task<Choice>>> choices = new();

        internal async Task<LogStretch> ReadAsync(long after, int limit, EventFilter filter, IServiceScopeFactory scopes, CancellationToken ct)
        {
            if (after >= UpTo) return new([], after, true);
            var rows = Events.AsMemory((int)(after - After));
            var isEnd = rows.Length <= limit;
            if (!isEnd) rows = rows[..limit];
            IReadOnlyList<LoggedEvent> taken = [.. rows.ToArray().Where(filter.MayTake)];
            if (filter.Choose is { } choose && taken.Count > 0)
            {
                var choice = await ChoiceAsync(choose, rows, after, scopes, ct);
                taken = [.. taken.Where(e => choice.Seen.Contains(e.Position))];
                if (filter.BeforeGiving is { } note && taken.Count > 0) await note(taken, choice.Places, ct);
            }
            return new(taken, isEnd ? UpTo : rows.Span[^1].Position, isEnd);
        }

        private async Task<Choice> ChoiceAsync(EventChoice choose, ReadOnlyMemory<LoggedEvent> rows, long after, IServiceScopeFactory scopes, CancellationToken ct)
        {
            var key = (choose.By, after, rows.Length);
            var shared = choices.GetOrAdd(key, _ => new(() => AskAsync(choose, rows.ToArray(), scopes)));
            try
            {
                return await shared.Value.WaitAsync(ct);
            }
            catch (Exception) when (shared.Value.IsFaulted)
            {
                // The store was away: whoever comes next asks again.
                choices.TryRemove(KeyValuePair.Create(key, shared));
                throw;
            }
        }

        /// <summary>For all who wait for it, so that none of them calls it off for the others.</summary>
        private static async Task<Choice> AskAsync(EventChoice choose, IReadOnlyList<LoggedEvent> events, IServiceScopeFactory scopes)
        {
            await using var scope = scopes.CreateAsyncScope();
            var chosen = await choose.Among(scope.ServiceProvider.GetRequiredService<ServiceDb>(), events, CancellationToken.None);
            return new(chosen.Events.Select(e => e.Position).ToFrozenSet(), chosen.Places);
        }

        /// <summary>What one agency's readers share of a stretch: the positions that it sees.</summary>
        private sealed record Choice(FrozenSet<long> Seen, IReadOnlyDictionary<Guid, SubjectPlace> Places);
    }
}
