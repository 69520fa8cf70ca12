using System.Buffers;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Reads this service's journal as CloudEvents: sealed rows only, in order, from any position.</summary>
public sealed class EventLog(IServiceScopeFactory scopes, SealedWatch watch)
{
    /// <summary>Events after a position.</summary>
    /// <param name="after">0 for the beginning.</param>
    /// <param name="limit">Most events.</param>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<LoggedEvent>> ReadAsync(long after, int limit, EventFilter? filter, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<ServiceDb>().Set<JournalEntry>().AsNoTracking().Where(e => e.Position > after);
        if (filter?.Type is { } type) query = query.Where(e => e.Type == type);
        if (filter?.Without is { } hidden) query = query.Where(e => !e.Type.StartsWith(hidden));
        if (filter?.Subject is { } subject) query = query.Where(e => e.Subject == subject);
        if (filter?.Exercise is { } exercise) query = query.Where(e => e.Exercise == exercise);
        var rows = await query.OrderBy(e => e.Position).Take(limit).ToListAsync(ct);
        return [.. rows.Select(LoggedEvent.Of)];
    }

    /// <summary>Events after a position, then new ones as they are sealed, until cancelled. A null item marks the end of what there is now.</summary>
    public async IAsyncEnumerable<LoggedEvent?> FollowAsync(long after, EventFilter? filter, TimeSpan heartbeat, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var next = watch.Next;
            var batch = await ReadAsync(after, 256, filter, ct);
            foreach (var e in batch) yield return e;
            if (batch.Count > 0) after = batch[^1].Position;
            if (batch.Count == 256) continue;
            yield return null;
            await Task.WhenAny(next, Task.Delay(heartbeat, ct));
        }
    }

    /// <summary>The newest position.</summary>
    public async Task<long> HeadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDb>().Set<JournalHead>().AsNoTracking().Select(h => (long?)h.Head).SingleOrDefaultAsync(ct) ?? 0;
    }
}

/// <summary>Which events of a log.</summary>
/// <param name="Type">Only this type.</param>
/// <param name="Subject">Only this incident or entity.</param>
/// <param name="Exercise">Only this exercise.</param>
/// <param name="Without">No type that begins like this.</param>
public sealed record EventFilter(string? Type = null, Guid? Subject = null, Guid? Exercise = null, string? Without = null);

/// <summary>One event of a log.</summary>
/// <param name="Position">Its place, from 1, without gaps over the whole log.</param>
/// <param name="Type">Event type.</param>
/// <param name="CloudEvent">The CloudEvent in structured JSON, exact bytes.</param>
public sealed record LoggedEvent(long Position, string Type, ReadOnlyMemory<byte> CloudEvent)
{
    internal static LoggedEvent Of(JournalEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(entry.Header.Length + entry.Data.Length + 16);
        entry.WriteTo(buffer);
        return new(entry.Position!.Value, entry.Type, buffer.WrittenMemory);
    }
}

/// <summary>Lets any number of readers wait for the next seal.</summary>
public sealed class SealedWatch
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Next => Volatile.Read(ref next).Task;

    internal void Pulse() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
