using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Tries events again that were set aside: only the first of each subject, with growing pauses, so that order holds.</summary>
internal sealed partial class DeferredRetrier(
    ServiceInstance instance, Consumer consumer, EventHandling handling, RefusedMessages refused, IWriteLane lane, IServiceScopeFactory scopes, Wakes wakes, TimeProvider time, ILogger<DeferredRetrier> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    internal async Task RunAsync(CancellationToken ct)
    {
        wakes.Deferred.Pulse();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var due = await NextAsync(ct);
                if (due.Id is { } id && due.At <= time.GetUtcNow()) await lane.RunAsync(t => RetryAsync(t, id, ct), ct);
                else await wakes.Deferred.WaitAsync(due.Id is null ? TimeSpan.FromSeconds(30) : Shorter(due.At - time.GetUtcNow()), ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!StorageAway.Said(log, e, instance.Name)) Failed(log, e, instance.Name);
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
            }
        }
    }

    private static TimeSpan Shorter(TimeSpan wait) => wait < TimeSpan.FromSeconds(30) ? wait : TimeSpan.FromSeconds(30);

    /// <summary>The first event of some subject that is due soonest. One that waits longer than any pause was put off by a clock that ran ahead: it is due now.</summary>
    private async Task<(Guid? Id, DateTimeOffset At)> NextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var (now, never) = (time.GetUtcNow(), Micros.Truncate(DateTimeOffset.MaxValue));
        var latest = now + Longest;
        var next = await ConsumerQueries.Next.In(db)(db, instance.Name, latest, never, ct);
        return next is null ? (null, default) : (next.Id, next.NotBefore > latest && next.NotBefore < never ? now : next.NotBefore);
    }

    private async Task<bool> RetryAsync(WriteTransaction transaction, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        transaction.Join(db);
        if (await db.Set<DeferredEvent>().FindAsync([id], ct) is not { } row) return false;
        if (RefusedMessages.IsRefused(row)) return await JudgeAgainAsync(transaction, db, row, ct);
        var e = Deferrals.ToReceived(row);
        await transaction.MarkAsync("attempt");
        try
        {
            var standing = await consumer.StandingAsync(db, e, ct);
            if (standing.IsDone(e)) db.Remove(row);
            else if (standing.WaitsFor(e) is { } missing) Later(row, $"waits for position {missing}");
            else
            {
                Failpoint.Hit("retry.before-handling");
                await handling.RunAsync(transaction, e, ct);
                Failpoint.Hit("retry.handled");
                db.Remove(row);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !transaction.RunsAgainAfter(failure))
        {
            await transaction.ReturnToAsync("attempt");
            Later(row, Consumer.Describe(failure));
            StillFails(log, failure, instance.Name, row.Type, row.Attempts);
        }
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>A message that was refused: as an event when it now passes, otherwise it stays where the operator sees it.</summary>
    private async Task<bool> JudgeAgainAsync(WriteTransaction transaction, ServiceDb db, DeferredEvent row, CancellationToken ct)
    {
        var (e, reason) = refused.Judge(row);
        if (e is null) (row.Attempts, row.Error, row.NotBefore) = (row.Attempts + 1, reason, DateTimeOffset.MaxValue);
        else
        {
            if (consumer.Takes(e.Type)) await consumer.TakeAsync(transaction, e, ct);
            db.Remove(row);
        }
        await db.SaveChangesAsync(ct);
        return true;
    }

    private void Later(DeferredEvent row, string error)
    {
        row.Attempts++;
        row.Error = error;
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(row.Attempts, 9)));
        row.NotBefore = time.GetUtcNow() + (wait < Longest ? wait : Longest);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Retrying deferred events of {Instance} failed; trying again")]
    private static partial void Failed(ILogger log, Exception e, string instance);

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
