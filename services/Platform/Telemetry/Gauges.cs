using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Looks every few seconds at what waits, while somebody measures. What happens is counted where it happens.</summary>
internal sealed class Gauges(
    IServiceScopeFactory scopes, IJournalStore journal, Relay relay, ServiceInstance instance, TimeProvider time, BrokerConnection? broker = null)
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
        var (head, unsealed) = await journal.StatusAsync(ct);
        Telemetry.JournalLag.Record(unsealed + Math.Max(0, head - relay.Published), tag);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        Telemetry.Deferred.Record(await db.Set<DeferredEvent>().CountAsync(ct), tag);
        var now = time.GetUtcNow();
        var overdue = await db.Set<Clock>().Where(c => c.WakeAt <= now).MinAsync(c => c.WakeAt, ct);
        Telemetry.ClockLag.Record(overdue is { } due ? (now - due).TotalSeconds : 0, tag);
        if (broker is not null) Telemetry.QueueDepth.Record(await broker.DepthAsync(ct), tag);
    }
}
