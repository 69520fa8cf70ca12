using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Some events that were set aside, tried again in one transaction: each by itself, so that one that fails undoes none of the others.</summary>
internal sealed partial class DeferredLot(
    ServiceInstance instance, Consumer consumer, EventHandling handling, RefusedMessages refused, IServiceScopeFactory scopes, TimeProvider time, ILogger<DeferredLot> log)
{
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    internal static readonly DateTimeOffset Never = Micros.Truncate(DateTimeOffset.MaxValue);

    /// <summary>Tries them in the given order; those behind one that fails are left. What was done by others meanwhile is passed over.</summary>
    /// <returns>Whose subjects go no further now.</returns>
    internal async Task<IReadOnlyCollection<(string Source, Guid Subject)>> RetryAsync(WriteTransaction transaction, Guid[] ids, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        transaction.Join(db);
        var rows = await db.Set<DeferredEvent>().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var here = ids.Where(rows.ContainsKey).Select(id => rows[id]).ToLookup(RefusedMessages.IsRefused);
        foreach (var row in here[true]) await JudgeAgainAsync(transaction, db, row, ct);
        var stopped = new HashSet<(string Source, Guid Subject)>();
        var events = here[false].Select(row => (Row: row, Event: Deferrals.ToReceived(row))).ToList();
        var standing = await consumer.StandingAsync(db, [.. events.Select(e => e.Event)], ct);
        await consumer.RefreshAsync(db, events.Select(e => e.Event), ct);
        foreach (var (row, e) in events)
        {
            if (stopped.Contains((row.Source, row.Subject))) continue;
            if (standing.IsDone(e) || await HandledAsync(transaction, row, e, standing, ct)) db.Remove(row);
            else stopped.Add((row.Source, row.Subject));
        }
        await db.SaveChangesAsync(ct);
        await WakeAsync(db, [.. events.Where(e => !stopped.Contains((e.Row.Source, e.Row.Subject))).Select(e => e.Row)], ct);
        return stopped;
    }

    /// <summary>Puts one off that could not even be written down as failed.</summary>
    internal async Task<IReadOnlyCollection<(string Source, Guid Subject)>> PutOffAsync(WriteTransaction transaction, Guid id, Exception failure, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        transaction.Join(db);
        if (await db.Set<DeferredEvent>().FindAsync([id], ct) is not { } row) return [];
        Later(row, Consumer.Describe(failure));
        StillFails(log, failure, instance.Name, row.Type, row.Attempts);
        await db.SaveChangesAsync(ct);
        return [(row.Source, row.Subject)];
    }

    /// <summary>True when handled; otherwise it waits, and leaves nothing behind.</summary>
    private async Task<bool> HandledAsync(WriteTransaction transaction, DeferredEvent row, ReceivedEvent e, Standing standing, CancellationToken ct)
    {
        if (standing.WaitsFor(e) is { } missing)
        {
            Later(row, $"waits for position {missing}");
            return false;
        }
        await transaction.MarkAsync("attempt");
        try
        {
            Failpoint.Hit("retry.before-handling");
            await handling.RunAsync(transaction, e, ct, isAmongOthers: true);
            Failpoint.Hit("retry.handled");
            standing.Handle(e);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !transaction.RunsAgainAfter(failure))
        {
            await transaction.ReturnToAsync("attempt");
            Later(row, Consumer.Describe(failure));
            StillFails(log, failure, instance.Name, row.Type, row.Attempts);
            return false;
        }
    }

    /// <summary>What stands behind those that are done is due when its turn comes, whatever pause it had.</summary>
    private async Task WakeAsync(ServiceDb db, IReadOnlyList<DeferredEvent> done, CancellationToken ct)
    {
        if (done.Count == 0) return;
        var now = time.GetUtcNow();
        // One subject may have events of several sources: what is done of one source wakes nothing of another.
        foreach (var (source, subjects) in done.GroupBy(d => d.Source).Select(g => (g.Key, g.Select(d => d.Subject).Distinct().ToArray())))
            await db.Set<DeferredEvent>().Where(d => d.Consumer == instance.Name && d.Source == source && subjects.Contains(d.Subject) && d.NotBefore > now && d.NotBefore < Never)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.NotBefore, DateTimeOffset.UnixEpoch), ct);
    }

    /// <summary>A message that was refused: as an event when it now passes, otherwise it stays where the operator sees it.</summary>
    private async Task JudgeAgainAsync(WriteTransaction transaction, ServiceDb db, DeferredEvent row, CancellationToken ct)
    {
        var (e, reason) = refused.Judge(row);
        if (e is null) (row.Attempts, row.Error, row.NotBefore) = (row.Attempts + 1, reason, DateTimeOffset.MaxValue);
        else
        {
            if (consumer.Takes(e.Type)) await consumer.TakeAsync(transaction, e, ct);
            db.Remove(row);
        }
    }

    private void Later(DeferredEvent row, string error)
    {
        row.Attempts++;
        row.Error = error;
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(row.Attempts, 9)));
        row.NotBefore = time.GetUtcNow() + (wait < LongestPause ? wait : LongestPause);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance} still fails on a deferred {Type} after {Attempts} attempts")]
    private static partial void StillFails(ILogger log, Exception e, string instance, string type, int attempts);
}

internal static class Deferrals
{
    internal static ReceivedEvent ToReceived(DeferredEvent d)
    {
        var header = CloudEventHeader.Read(d.Header);
        return new(d.Source, d.Position, d.EventId, d.Type, d.Subject, header.Time, d.Exercise, header.ExerciseTime, d.Previous, d.Header, d.Data);
    }
}
