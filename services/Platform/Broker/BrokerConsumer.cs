using System.Net.Security;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Platform;

/// <summary>
/// Takes the instance's queue through MassTransit. A message is acknowledged when its event was handled or set aside, durably, or when the message
/// itself was refused and kept; while the database is away, messages wait unacknowledged.
/// </summary>
internal sealed partial class BrokerConsumer(
    BrokerAddress address, BrokerConnection connection, ServiceInstance instance, Consumer consumer, RefusedMessages refused, History history, TimeProvider time, ILogger<BrokerConsumer> log)
{
    private const int Prefetch = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private OrderedDeliveries? deliveries;

    /// <summary>Messages that are here and not done yet.</summary>
    internal int InHand => deliveries?.InHand ?? 0;

    internal async Task RunAsync(CancellationToken ct)
    {
        var (ordered, said) = (deliveries = new OrderedDeliveries(TakeAsync), "");
        var pump = ordered.RunAsync(ct);
        _ = history.AskAsync(last: false, ct);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await connection.OpenAsync(ct);
                history.Reached();
                await ListenAsync(ordered, pump, () => said = "", ct);
            }
            catch (Exception e)
            {
                if (ct.IsCancellationRequested) return;
                var reason = e is BrokerUnavailableException ? e.Message : connection.Unavailable(e).Message;
                if (said.Length == 0) Away(log, instance.Name, said = reason);
            }
            await Task.Delay(Pause, time, ct);
        }
    }

    /// <summary>Until the broker is lost. MassTransit would come back by itself, but after pauses of up to a minute.</summary>
    private async Task ListenAsync(OrderedDeliveries ordered, Task pump, Action started, CancellationToken ct)
    {
        LogContext.ConfigureCurrentLogContext(NullLoggerFactory.Instance);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var bus = Build(async d =>
        {
            // One that waits when the stop comes goes back to the broker: the bus would wait for it in vain.
            history.Delivered(ct);
            await ordered.TakeAsync(d).WaitAsync(over.Token);
            if (IsQuestion(d)) await history.AnswerAsync(d.Body, ct);
        }, over.Token);
        var loss = new EndpointLoss();
        bus.ConnectReceiveEndpointObserver(loss);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(StartPatience);
            await await Task.WhenAny(bus.StartAsync(patience.Token), loss.Ended);
            started();
            await await Task.WhenAny(pump, loss.Ended.WaitAsync(ct));
        }
        finally
        {
            await over.CancelAsync();
            using var limit = new CancellationTokenSource(Longest);
            await bus.StopAsync(limit.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>One that lost its broker goes on trying to connect although it was stopped: from then on it waits, and the next one consumes alone.</summary>
    private IBusControl Build(Func<BrokerDelivery, Task> take, CancellationToken over) => Bus.Factory.CreateUsingRabbitMq(bus =>
    {
        bus.Host(address.Host, (ushort)address.Port, address.VirtualHost, $"{instance.Name} consumer", host =>
        {
            host.Username(address.User);
            host.Password(address.Password);
            host.Heartbeat(TimeSpan.FromSeconds(10));
            host.OnRefreshConnectionFactory = _ => over.IsCancellationRequested ? Task.Delay(Timeout.Infinite, CancellationToken.None) : Task.CompletedTask;
            // Unless told so, MassTransit takes a certificate of any issuer: whoever stands in between would be given the password.
            if (address.IsTls) host.UseSsl(tls =>
            {
                (tls.ServerName, tls.Protocol) = (address.Host, System.Security.Authentication.SslProtocols.None);
                tls.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors);
            });
        });
        var cloudEvents = new CloudEventDeserializer();
        bus.ClearSerialization();
        bus.AddSerializer(cloudEvents);
        bus.AddDeserializer(cloudEvents, isDefault: true);
        bus.ReceiveEndpoint(BrokerNames.QueueOf(instance.Name), queue =>
        {
            queue.ConfigureConsumeTopology = false;
            queue.PublishFaults = false;
            queue.PrefetchCount = Prefetch;
            queue.SetQuorumQueue();
            queue.SingleActiveConsumer = true;
            // Nothing here fails; were something to, the broker gives it again, and to the operator's queue at the delivery limit.
            queue.RethrowFaultedMessages();
            queue.ThrowOnSkippedMessages();
            queue.Handler<BrokerDelivery>(context => take(context.Message));
        });
    });

    private async Task TakeAsync(IReadOnlyList<BrokerDelivery> batch, CancellationToken ct)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                await TakeOnceAsync(batch, ct);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (failures == 0) Waits(log, instance.Name, e.GetType().Name);
                var wait = TimeSpan.FromMilliseconds(100 << Math.Min(failures, 6));
                await Task.Delay(wait < Longest ? wait : Longest, time, ct);
            }
        }
    }

    private async Task TakeOnceAsync(IReadOnlyList<BrokerDelivery> batch, CancellationToken ct)
    {
        var events = new List<ReceivedEvent>(batch.Count);
        foreach (var delivery in batch)
        {
            if (IsQuestion(delivery)) continue;
            var (e, reason) = refused.Judge(delivery);
            if (e is null) await refused.KeepAsync(delivery, reason, ct);
            else if (consumer.Takes(e.Type)) events.Add(e);
        }
        await consumer.TakeAsync(events, ct);
        Failpoint.Hit("consume.before-acknowledgement");
    }

    private static bool IsQuestion(BrokerDelivery delivery) => delivery.Exchange == BrokerNames.History && delivery.User is not null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance} takes no events: {Reason}; trying again")]
    private static partial void Away(ILogger log, string instance, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance} cannot take events now ({Reason}); they wait at the broker")]
    private static partial void Waits(ILogger log, string instance, string reason);
}
