using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Coordination.Tests.Functional.Dapr;

/// <summary>
/// Declares, binds, consumes and publishes as Dapr's component <c>pubsub.rabbitmq</c> does, by the settings of a component and of a subscription, with the
/// component's own defaults where they say nothing (dapr/components-contrib, pubsub/rabbitmq, read in 2026).
/// </summary>
internal sealed class RabbitComponent(IReadOnlyDictionary<string, string> settings, string connectionString) : IAsyncDisposable
{
    private readonly ConnectionFactory factory = new() { Uri = new Uri(connectionString), AutomaticRecoveryEnabled = false, RequestedHeartbeat = TimeSpan.FromSeconds(10) };
    private readonly List<string> declared = [];
    private IConnection? connection;
    private IChannel? channel;

    private bool IsDurable => Flag("durable", true);

    private bool IsDeletedWhenUnused => Flag("deletedWhenUnused", true);

    internal static string QueueOf(string consumer, string topic) => $"{consumer}-{topic}";

    /// <param name="topic">The exchange.</param>
    /// <param name="subscription">Metadata of the subscription.</param>
    /// <param name="handle">What the app says: true acknowledges, false does what <c>requeueInFailure</c> says.</param>
    internal async Task SubscribeAsync(string topic, IReadOnlyDictionary<string, string> subscription, Func<BasicDeliverEventArgs, Task<bool>> handle)
    {
        var open = await OpenAsync();
        var queue = subscription.GetValueOrDefault("queueName") ?? QueueOf(settings["consumerID"], topic);
        await ExchangeAsync(topic, settings.GetValueOrDefault("exchangeKind", ExchangeType.Fanout), IsDurable);
        var arguments = new Dictionary<string, object?>();
        if (Flag("enableDeadLetter", false))
        {
            await ExchangeAsync($"dlx-{queue}", ExchangeType.Fanout, durable: true);
            await open.QueueDeclareAsync($"dlq-{queue}", durable: true, exclusive: false, autoDelete: IsDeletedWhenUnused, new Dictionary<string, object?> { ["x-queue-mode"] = "lazy" });
            await open.QueueBindAsync($"dlq-{queue}", $"dlx-{queue}", "");
            arguments["x-dead-letter-exchange"] = $"dlx-{queue}";
        }
        arguments["x-queue-type"] = subscription.GetValueOrDefault("queueType", "classic");
        await open.QueueDeclareAsync(queue, IsDurable, exclusive: false, autoDelete: IsDeletedWhenUnused, arguments);
        if (ushort.Parse(settings.GetValueOrDefault("prefetchCount", "0"), null) is > 0 and var prefetch) await open.BasicQosAsync(0, prefetch, global: false);
        foreach (var key in subscription.GetValueOrDefault("routingKey", "").Split(',')) await open.QueueBindAsync(queue, topic, key);
        var consumer = new AsyncEventingBasicConsumer(open);
        // One after the other, as concurrencyMode single has it: a consumer's handlers are run so.
        consumer.ReceivedAsync += async (_, d) =>
        {
            var copy = new BasicDeliverEventArgs(d.ConsumerTag, d.DeliveryTag, d.Redelivered, d.Exchange, d.RoutingKey, d.BasicProperties, d.Body.ToArray());
            if (await handle(copy)) await open.BasicAckAsync(d.DeliveryTag, multiple: false);
            else await open.BasicNackAsync(d.DeliveryTag, multiple: false, requeue: Flag("requeueInFailure", false));
        };
        await open.BasicConsumeAsync(queue, autoAck: Flag("autoAck", false), consumerTag: queue, noLocal: false, exclusive: false, arguments: null, consumer);
    }

    internal async Task PublishAsync(string topic, string routingKey, ReadOnlyMemory<byte> body)
    {
        var open = await OpenAsync();
        await ExchangeAsync(topic, settings.GetValueOrDefault("exchangeKind", ExchangeType.Fanout), IsDurable);
        var properties = new BasicProperties { ContentType = "text/plain", DeliveryMode = settings.GetValueOrDefault("deliveryMode") == "2" ? DeliveryModes.Persistent : DeliveryModes.Transient };
        await open.BasicPublishAsync(topic, routingKey, mandatory: false, properties, body);
    }

    public async ValueTask DisposeAsync()
    {
        if (channel is not null) await channel.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
    }

    /// <summary>One connection and one channel for all that it does.</summary>
    private async Task<IChannel> OpenAsync()
    {
        connection ??= await factory.CreateConnectionAsync();
        var confirms = Flag("publisherConfirm", false);
        return channel ??= await connection.CreateChannelAsync(new CreateChannelOptions(confirms, confirms));
    }

    private async Task ExchangeAsync(string name, string kind, bool durable)
    {
        if (declared.Contains(name)) return;
        await channel!.ExchangeDeclareAsync(name, kind, durable, autoDelete: IsDeletedWhenUnused);
        declared.Add(name);
    }

    private bool Flag(string name, bool otherwise) => settings.TryGetValue(name, out var value) ? bool.Parse(value) : otherwise;
}
