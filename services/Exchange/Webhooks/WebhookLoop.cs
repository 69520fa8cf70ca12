using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Coordination.Exchange.Webhooks;

/// <summary>Keeps a courier running for every webhook that is active, and forgets attempts after a week.</summary>
internal sealed partial class WebhookLoop(
    LoadReader reader, Round round, OwnWork work, SealedWatch watch, ServiceInstance instance, TimeProvider time, ILogger<WebhookLoop> log) : IServiceLoop
{
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(5), Breath = TimeSpan.FromMilliseconds(100), Kept = TimeSpan.FromDays(7), Sweep = TimeSpan.FromHours(1);
    private readonly Dictionary<Guid, Task> couriers = [];
    private DateTimeOffset swept = DateTimeOffset.MinValue;

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                // A subscription that is made or resumed is an event of this journal: its sealing wakes every replica.
                var sealing = watch.Next;
                try
                {
                    await LookAsync(ct);
                    await SweepAsync(ct);
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    Failed(log, e.GetBaseException().GetType().Name);
                }
                await Task.WhenAny(sealing, Task.Delay(Backstop, time, ct));
                await Task.Delay(Breath, time, ct);
            }
        }
        finally
        {
            await Task.WhenAll(couriers.Values);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var active = await work.ReadAsync<ExchangeDb, List<Guid>>(
            db => db.Subscriptions.Where(s => s.Kind == SubscriptionKind.Webhook && s.State == SubscriptionState.Active).Select(s => s.Id).ToListAsync(ct), ct);
        foreach (var done in couriers.Where(c => c.Value.IsCompleted).Select(c => c.Key).ToList()) couriers.Remove(done);
        foreach (var id in active.Where(id => !couriers.ContainsKey(id)))
            couriers[id] = Task.Run(() => new Courier(id, reader, round, work, watch, instance, time, log).RunAsync(ct), CancellationToken.None);
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now - swept < Sweep) return;
        await work.ChangeAsync<ExchangeDb, int>(null, (db, _) => db.Deliveries.Where(d => d.At < now - Kept).ExecuteDeleteAsync(ct), ct);
        swept = now;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks could not be looked after; trying again: {Kind}")]
    private static partial void Failed(ILogger log, string kind);
}
