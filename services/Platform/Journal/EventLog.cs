using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Reads this service's journal as CloudEvents: sealed rows only, in order, from any position.</summary>
public sealed class EventLog
{
    private const int Batch = 256;

    private readonly IServiceScopeFactory scopes;
    private readonly SealedWatch watch;
    private readonly LogTail tail;
    private readonly TimeProvider time;

    internal EventLog(IServiceScopeFactory scopes, SealedWatch watch, LogTail tail, TimeProvider time) => (this.scopes, this.watch, this.tail, this.time) = (scopes, watch, tail, time);

    /// <summary>Looks through the log after a position.</summary>
    /// <param name="after">0 for the beginning.</param>
    /// <param name="limit">Most rows that the store gives.</param>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<LogStretch> ReadAsync(long after, int limit, EventFilter? filter, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        // Read before the rows: all up to it are sealed and can be seen, and what is sealed meanwhile is left for the next look.
        var head = await HeadAsync(db, ct);
        if (head <= after) return new([], after, true);
        var query = db.Set<JournalEntry>().AsNoTracking().Where(e => e.Position > after && e.Position <= head);
        if (filter is not null) query = filter.Apply(query);
        var rows = await query.OrderBy(e => e.Position).Take(limit).ToListAsync(ct);
        var isEnd = rows.Count < limit;
        IReadOnlyList<LoggedEvent> events = [.. rows.Select(LoggedEvent.Of).Where(e => filter?.Judge?.Invoke(e) ?? true)];
        if (filter?.Choose is { } choose && events.Count > 0)
        {
            var chosen = await choose.Among(db, events, ct);
            events = chosen.Events;
            if (filter.BeforeGiving is { } note && events.Count > 0) await note(events, chosen.Places, ct);
        }
        return new(events, isEnd ? head : rows[^1].Position!.Value, isEnd);
    }

    /// <summary>
    /// Events after a position, then new ones as they are sealed, until cancelled: in order, each once. A bookmark follows whatever was given, and comes
    /// at every heartbeat while nothing is.
    /// </summary>
    public async IAsyncEnumerable<LogItem> FollowAsync(long after, EventFilter filter, TimeSpan heartbeat, [EnumeratorCancellation] CancellationToken ct)
    {
        var (owes, beat) = (true, Task.Delay(heartbeat, time, ct));
        while (!ct.IsCancellationRequested)
        {
            var next = watch.Next;
            // Who is far behind reads from the store until the newest stretch has what comes next.
            var stretch = await tail.ReadAsync(after, Batch, filter, ct) ?? await ReadAsync(after, Batch, filter, ct);
            foreach (var e in stretch.Events) yield return new(e.Position, e);
            after = stretch.UpTo;
            owes |= stretch.Events.Count > 0 || beat.IsCompleted;
            if (!stretch.IsEnd && !beat.IsCompleted) continue;
            if (owes)
            {
                yield return new(after, null, stretch.IsEnd);
                (owes, beat) = (!stretch.IsEnd, Task.Delay(heartbeat, time, ct));
            }
            if (!stretch.IsEnd) continue;
            await Task.WhenAny(next, beat);
        }
    }

    /// <summary>
    /// Waits until something that is wanted is sealed after a position, or for so long: what is sealed is looked at once for all who wait, and the store is asked for
    /// nobody in particular.
    /// </summary>
    public async Task WaitAsync(long after, Func<LoggedEvent, bool> isWanted, TimeSpan longest, CancellationToken ct)
    {
        var (wanted, over) = (new EventFilter { Judge = isWanted }, Task.Delay(longest, time, ct));
        while (!over.IsCompleted)
        {
            var next = watch.Next;
            if (await tail.ReadAsync(after, Batch, wanted, ct) is not { Events.Count: 0 } stretch) return;
            after = stretch.UpTo;
            if (stretch.IsEnd) await Task.WhenAny(next, over);
        }
    }

    /// <summary>The newest position.</summary>
    public async Task<long> HeadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await HeadAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>(), ct);
    }

    /// <summary>The newest position, as the transaction at hand sees it.</summary>
    public static async Task<long> HeadAsync(ServiceDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<JournalHead>().AsNoTracking().Select(h => (long?)h.Head).SingleOrDefaultAsync(ct) ?? 0;
    }
}

/// <summary>Lets any number of readers wait for the next seal.</summary>
public sealed class SealedWatch
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next seal. Take it before you read, and nothing is missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    internal void Pulse() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
