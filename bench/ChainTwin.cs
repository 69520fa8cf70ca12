using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Coordination.Bench;

/// <summary>
/// The floor of a region of processes: a bare server that commits a row and its event in one round trip and answers; the event goes through a quorum queue
/// with confirms, is committed once more with its inbox row, and is written to whoever reads the stream.
/// </summary>
internal static class ChainTwin
{
    private const string Queue = "bench.chain";

    internal static RunningProcess Start(DistributedRegion region) =>
        RunningProcess.Start("dotnet", [typeof(ChainTwin).Assembly.Location, "--twin", "chain", "{url}"], _ => new() { ["BENCH_DATABASE"] = region.Database, ["BENCH_BROKER"] = region.Broker.ToString() });

    internal static async Task<int> RunAsync(string url)
    {
        await using var db = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("BENCH_DATABASE") + ";Max Auto Prepare=20");
        await using (var make = db.CreateCommand("CREATE SCHEMA IF NOT EXISTS bench; CREATE TABLE IF NOT EXISTS bench.row (id uuid PRIMARY KEY, body bytea); CREATE TABLE IF NOT EXISTS bench.event (seq bigserial PRIMARY KEY, body bytea)"))
            await make.ExecuteNonQueryAsync();
        await using var connection = await new ConnectionFactory { Uri = new(Environment.GetEnvironmentVariable("BENCH_BROKER")!) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.QueueDeclareAsync(Queue, true, false, false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        var readers = new List<Channel<byte[]>>();
        await ConsumeAsync(channel, db, readers);
        var app = Twin.Builder().Build();
        app.MapGet("/ready", () => "ready");
        app.MapGet("/v1/events", (HttpContext http) => StreamAsync(http, readers));
        app.MapPost("/v1/reports", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var id = Guid.CreateVersion7();
            await CommitAsync(db, id, body.ToArray());
            _ = channel.BasicPublishAsync("", Queue, true, new BasicProperties { DeliveryMode = DeliveryModes.Persistent }, Encoding.UTF8.GetBytes($"{{\"reportId\":\"{id}\"}}")).AsTask();
            return Results.Created($"/v1/reports/{id}", new { id });
        });
        await app.RunAsync(url);
        return 0;
    }

    private static async Task ConsumeAsync(IChannel channel, NpgsqlDataSource db, List<Channel<byte[]>> readers)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            var body = message.Body.ToArray();
            await CommitAsync(db, Guid.CreateVersion7(), body);
            await channel.BasicAckAsync(message.DeliveryTag, false);
            lock (readers) readers.ForEach(r => r.Writer.TryWrite(body));
        };
        await channel.BasicQosAsync(0, 256, false);
        await channel.BasicConsumeAsync(Queue, false, consumer);
    }

    private static async Task StreamAsync(HttpContext http, List<Channel<byte[]>> readers)
    {
        var mine = Channel.CreateUnbounded<byte[]>();
        lock (readers) readers.Add(mine);
        http.Response.ContentType = "text/event-stream";
        await http.Response.Body.FlushAsync();
        await foreach (var body in mine.Reader.ReadAllAsync(http.RequestAborted))
        {
            await http.Response.Body.WriteAsync((byte[])[.. "data: "u8, .. body, .. "\n\n"u8]);
            await http.Response.Body.FlushAsync();
        }
    }

    private static async Task CommitAsync(NpgsqlDataSource db, Guid id, byte[] body)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("INSERT INTO bench.row VALUES ($1, $2)") { Parameters = { new() { Value = id }, new() { Value = body } } },
                new("INSERT INTO bench.event (body) VALUES ($1)") { Parameters = { new() { Value = body } } },
            },
        };
        await batch.ExecuteNonQueryAsync();
    }
}
