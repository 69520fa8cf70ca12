using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Coordination.Platform;

/// <summary>
/// The broker as a receiver of the journal. Up to 128 events wait for their confirms at once; a batch is taken when the broker has confirmed
/// every one of them to disk. Anything else has the batch sent again: consumers know duplicates.
/// </summary>
internal sealed partial class BrokerPublisher(BrokerConnection connection, ServiceInstance instance, ILogger<BrokerPublisher> log) : IEventReceiver
{
    private const int Window = 128;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, bool> unbound = new(StringComparer.Ordinal);

    public string Name => "broker";

    public string Types => "*";

    public bool Takes(string type) => true;

    /// <exception cref="BrokerUnavailableException">Not all were confirmed.</exception>
    public async Task TakeAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var channel = await connection.OpenAsync(ct);
        try
        {
            await PublishAsync(channel, events, ct).WaitAsync(Patience, ct);
        }
        catch (Exception e) when (BrokerConnection.IsUnavailable(e))
        {
            await connection.DropAsync(channel);
            throw connection.Unavailable(e);
        }
    }

    /// <summary>Asks all services for their events of these types again.</summary>
    internal async Task AskForHistoryAsync(string types, CancellationToken ct)
    {
        var channel = await connection.OpenAsync(ct);
        try
        {
            var properties = new BasicProperties { DeliveryMode = DeliveryModes.Persistent, UserId = connection.Address.User };
            await channel.BasicPublishAsync(BrokerNames.History, "", mandatory: true, properties, System.Text.Encoding.UTF8.GetBytes(types), ct).AsTask().WaitAsync(Patience, ct);
        }
        catch (Exception e) when (BrokerConnection.IsUnavailable(e))
        {
            await connection.DropAsync(channel);
            throw connection.Unavailable(e);
        }
    }

    private async Task PublishAsync(IChannel channel, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var waiting = new Queue<Task>(Window);
        foreach (var e in events)
        {
            if (waiting.Count == Window) await waiting.Dequeue();
            waiting.Enqueue(PublishAsync(channel, e, ct));
            Failpoint.Hit("publish.sent");
        }
        while (waiting.TryDequeue(out var confirm)) await confirm;
        Failpoint.Hit("publish.confirmed");
        Telemetry.Relayed.Add(events.Count, new KeyValuePair<string, object?>("instance", instance.Name));
    }

    /// <summary>Ends with the broker's confirm. An event that nobody is bound to is confirmed too, and returned: it is said once for each type.</summary>
    private async Task PublishAsync(IChannel channel, ReceivedEvent e, CancellationToken ct)
    {
        using var activity = Telemetry.Activities.HasListeners()
            ? Telemetry.Activities.StartActivity($"publish {e.Type}", ActivityKind.Producer, CloudEventHeader.Read(e.Header).TraceParent) : null;
        try
        {
            await channel.BasicPublishAsync(e.Type, "", mandatory: true, BrokerMessage.Properties(e, connection.Address.User), BrokerMessage.Body(e), ct);
        }
        catch (PublishException returned) when (returned.IsReturn)
        {
            Telemetry.Returned.Add(1, new KeyValuePair<string, object?>("type", e.Type));
            if (unbound.TryAdd(e.Type, true)) Unbound(log, e.Type);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody takes {Type} at the broker. A service that takes it later asks for what it missed")]
    private static partial void Unbound(ILogger log, string type);
}

/// <summary>The bus of an instance that has a broker: one receiver.</summary>
internal sealed class BrokerBus(BrokerPublisher broker) : IEventBus
{
    public IReadOnlyList<IEventReceiver> Receivers { get; } = [broker];
}
