using System.Text.Json;
using Coordination.CommandLine.Servers;
using Coordination.Platform;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;

namespace Coordination.Bench;

/// <summary>The relay's publisher, 128 in flight, beside RabbitMQ.Client with the same bodies, window, confirms and quorum queue.</summary>
internal sealed class RelayPublishing : IBenchmark
{
    private const string Type = "bench.published.v1";
    private const int Batch = 256;

    public string Name => "relay";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        await using (var rabbit = await LocalRabbit.StartAsync(folder, effort.Ct))
        {
            var uri = new Uri($"amqp://{rabbit.Management.UserInfo}@127.0.0.1:{rabbit.Port}/%2f");
            await using var own = await new ConnectionFactory { Uri = uri }.CreateConnectionAsync();
            await using var channel = await own.CreateChannelAsync(new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null));
            await channel.ExchangeDeclareAsync(Type, "fanout", durable: true);
            await channel.QueueDeclareAsync("bench", true, false, false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            await channel.QueueBindAsync("bench", Type, "");
            var instance = new ServiceInstance("bench", null, "bench");
            await using var connection = new BrokerConnection(BrokerAddress.Of(uri.ToString(), instance), instance, NullLogger<BrokerConnection>.Instance);
            var relay = new BrokerPublisher(connection, instance, NullLogger<BrokerPublisher>.Instance);
            ReceivedEvent[] events = [.. Enumerable.Range(1, Batch).Select(Event)];
            var user = Uri.UnescapeDataString(uri.UserInfo.Split(':')[0]);
            var batches = effort.Of(4, 16);
            for (var n = 0; n < batches; n++) await OursAsync(1);
            for (var n = 0; n < batches; n++) await RawAsync(1);
            var pairs = new Pairs();
            foreach (var round in effort.Rounds(10, 40))
            {
                await pairs.TakeAsync(round, () => OursAsync(batches), () => RawAsync(batches));
                await channel.QueuePurgeAsync("bench");
            }
            return [pairs.Result("relay publishing, 128 in flight", "events/s", 0.8, atLeast: true)];

            Task<double> OursAsync(int count) => RateAsync(count, () => relay.TakeAsync(events, effort.Ct));
            Task<double> RawAsync(int count) => RateAsync(count, () => PublishAsync(channel, events, user));
        }
    }

    private static async Task<double> RateAsync(int batches, Func<Task> batch)
    {
        var took = await Clocked.OnceAsync(async () =>
        {
            for (var n = 0; n < batches; n++) await batch();
        });
        return batches * Batch * 1000 / took;
    }

    private static async Task PublishAsync(IChannel channel, ReceivedEvent[] events, string user)
    {
        var waiting = new Queue<Task>();
        foreach (var e in events)
        {
            if (waiting.Count == 128) await waiting.Dequeue();
            waiting.Enqueue(channel.BasicPublishAsync(Type, "", true, BrokerMessage.Properties(e, user), BrokerMessage.Body(e)).AsTask());
        }
        await Task.WhenAll(waiting);
    }

    private static ReceivedEvent Event(int position)
    {
        var (id, subject) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var header = JsonSerializer.SerializeToUtf8Bytes(new { specversion = "1.0", id, source = "bench/region/bench", type = Type, subject, time = DateTimeOffset.UtcNow });
        return new("bench/region/bench", position, id, Type, subject, DateTimeOffset.UtcNow, null, null, "{}", header, JsonSerializer.SerializeToUtf8Bytes(new { text = new string('x', 700) }));
    }
}
