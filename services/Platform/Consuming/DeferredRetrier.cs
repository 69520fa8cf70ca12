using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// Tries events again that were set aside. A subject whose first event is due is worked off event by event for as long as that succeeds; the first that fails
/// waits, with growing pauses, and all of its subject wait behind it, so that order holds. However much waits, one transaction takes a bounded part of it.
/// </summary>
internal sealed partial class DeferredRetrier(
    ServiceInstance instance, DeferredLot lot, IWriteLane lane, IServiceScopeFactory scopes, Wakes wakes, TimeProvider time, ILogger<DeferredRetrier> log)
{
    /// <summary>Events of one look at what waits: their ids are in memory, and not the events.</summary>
    private const int Seen = 1024;

    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(30);

    internal async Task RunAsync(CancellationToken ct)
    {
        wakes.Deferred.Pulse();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await WorkOffAsync(ct) is { } wait) await wakes.Deferred.WaitAsync(wait, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!StorageAway.Said(log, e, instance.Name)) Failed(log, e, instance.Name);
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
            }
        }
    }

    /// <summary>Works off what is due; when nothing is, how long to wait.</summary>
    private async Task<TimeSpan?> WorkOffAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var seen = await LookAsync(now, ct);
        if (seen is not [{ IsDue: true }, ..]) return seen is [var next, ..] && Micros.At(next.NotBefore) - now is var wait && wait < Backstop ? wait : Backstop;
        var stopped = new HashSet<(string Source, Guid Subject)>();
        foreach (var run in Consumer.Runs(seen.TakeWhile(s => s.IsDue), s => s.Type))
            stopped.UnionWith(await TakeAsync([.. run.Where(s => !stopped.Contains((s.Source, s.Subject)))], ct));
        return null;
    }

    private async Task<List<DeferredPlace>> LookAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        return await ConsumerQueries.Waiting(db, instance.Name, now, now + DeferredLot.LongestPause, DeferredLot.Never, Seen).ToListAsync(ct);
    }

    /// <summary>Together or, when the transaction of them all cannot be written, each by itself: one that cannot even so is put off. Says whose subjects stopped.</summary>
    private async Task<IReadOnlyCollection<(string Source, Guid Subject)>> TakeAsync(IReadOnlyList<DeferredPlace> run, CancellationToken ct)
    {
        var ids = run.Select(s => s.Id).ToArray();
        try
        {
            return ids.Length == 0 ? [] : await lane.RunAsync(t => lot.RetryAsync(t, ids, ct), ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageUnavailableException))
        {
            if (ids.Length == 1) return await lane.RunAsync(t => lot.PutOffAsync(t, ids[0], e, ct), ct);
        }
        var stopped = new HashSet<(string Source, Guid Subject)>();
        foreach (var one in run)
            if (!stopped.Contains((one.Source, one.Subject))) stopped.UnionWith(await TakeAsync([one], ct));
        return stopped;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Retrying deferred events of {Instance} failed; trying again")]
    private static partial void Failed(ILogger log, Exception e, string instance);
}
