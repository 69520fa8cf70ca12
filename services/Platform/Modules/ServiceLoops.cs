using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>The background work of one service instance.</summary>
internal sealed class ServiceLoops(
    Sealer sealer, Relay relay, ClockRunner clocks, DeferredRetrier deferred, IdempotencyCleaner cleaner, AccessKeeper accesses, Gauges gauges, IServiceStore store, ExerciseTimes times, EndedAccess ended, EndedAccessReader endings, IServiceScopeFactory scopes,
    IEnumerable<IServiceLoop> own, BrokerConsumer? broker = null) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    internal async Task PrepareAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await store.OpenAsync(db, ct);
        foreach (var exercise in await db.Set<ExerciseClock>().AsNoTracking().ToListAsync(ct)) times.Put(exercise);
        await ended.ReadAsync(db, ct);
    }

    internal void Start()
    {
        var ct = stop.Token;
        running = Task.WhenAll([.. own.Select(l => Task.Run(() => l.RunAsync(ct), ct)),
            Task.Run(() => sealer.RunAsync(ct), ct), Task.Run(() => relay.RunAsync(ct), ct), Task.Run(() => clocks.RunAsync(ct), ct),
            Task.Run(() => deferred.RunAsync(ct), ct), Task.Run(() => cleaner.RunAsync(ct), ct), Task.Run(() => accesses.RunAsync(ct), ct), Task.Run(() => gauges.RunAsync(ct), ct), Task.Run(() => endings.RunAsync(ct), ct),
            Task.Run(() => store.ListenAsync(ct), ct), Task.Run(() => broker?.RunAsync(ct) ?? Task.CompletedTask, ct)]);
    }

    internal async Task StopAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // That is how they end.
        }
    }

    public void Dispose() => stop.Dispose();
}
