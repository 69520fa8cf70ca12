using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Looks every few seconds at what waits, while somebody measures. What happens is counted where it happens.</summary>
internal sealed class Gauges(
    IServiceScopeFactory scopes, Relay relay, ServiceInstance instance, TimeProvider time, BrokerConnection? broker = null)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly KeyValuePair<string, object?> tag = new("instance", instance.Name);

    internal async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            if (!Telemetry.JournalLag.Enabled) continue;
            try
            {
                await LookAsync(ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database or the broker is away: whoever needs it says so, and nothing is measured meanwhile.
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var now = time.GetUtcNow();
        var waiting = await StatusQueries.Waiting.In(db)(db, null, now, ct);
        Telemetry.JournalLag.Record(waiting.Unsealed + Math.Max(0, waiting.Head - relay.Published), tag);
        Telemetry.Deferred.Record(waiting.Deferred, tag);
        var overdue = await db.Set<Clock>().Where(c => c.WakeAt <= now).MinAsync(c => c.WakeAt, ct);
        Telemetry.ClockLag.Record(overdue is { } due ? (now - due).TotalSeconds : 0, tag);
        if (broker is not null) Telemetry.QueueDepth.Record(await broker.DepthAsync(ct), tag);
    }
}
