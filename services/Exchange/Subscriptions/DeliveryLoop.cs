using Coordination.Contracts.Events;
using Coordination.Exchange.Amqp;
using Coordination.Exchange.Webhooks;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Coordination.Exchange.Subscriptions;

/// <summary>Keeps a courier running for every subscription that is active and that the region delivers for, and forgets attempts after a week.</summary>
internal sealed partial class DeliveryLoop(
    LoadReader reader, Round round, EventLog events, TopicExchanges exchanges, AccessLog accesses, OwnWork work, SealedWatch watch, ServiceInstance instance, TimeProvider time, ILogger<DeliveryLoop> log) : IServiceLoop
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
        var active = await work.ReadAsync<ExchangeDb, Dictionary<Guid, SubscriptionKind>>(
            db => db.Subscriptions.Where(s => s.Kind != SubscriptionKind.Stream && s.State == SubscriptionState.Active).ToDictionaryAsync(s => s.Id, s => s.Kind, ct), ct);
        foreach (var done in couriers.Where(c => c.Value.IsCompleted).Select(c => c.Key).ToList()) couriers.Remove(done);
        foreach (var (id, kind) in active.Where(a => !couriers.ContainsKey(a.Key)))
            if (CourierOf(id, kind) is { } courier) couriers[id] = Task.Run(() => courier.RunAsync(ct), CancellationToken.None);
    }

    /// <summary>Null for a region that had a broker once.</summary>
    private Courier? CourierOf(Guid id, SubscriptionKind kind) => kind switch
    {
        SubscriptionKind.Webhook => new WebhookCourier(id, reader, round, events, work, instance, time, log),
        SubscriptionKind.Amqp when exchanges.IsThere => new AmqpCourier(id, events, exchanges, accesses, work, instance, time, log),
        _ => null,
    };

    private async Task SweepAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now - swept < Sweep) return;
        await work.ChangeAsync<ExchangeDb, int>(null, (db, _) => db.Deliveries.Where(d => d.At < now - Kept).ExecuteDeleteAsync(ct), ct);
        swept = now;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Subscriptions could not be looked after; trying again: {Kind}")]
    private static partial void Failed(ILogger log, string kind);
}
