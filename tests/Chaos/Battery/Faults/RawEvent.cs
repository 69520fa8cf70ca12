using Npgsql;
using RabbitMQ.Client;

namespace Coordination.Tests.Chaos;

/// <summary>An event as it goes over the broker: nothing of the services' own code takes part.</summary>
internal sealed record RawEvent(string Type, long Position, string Previous, byte[] Body);

/// <summary>Events as a service's own journal has them.</summary>
internal static class RawJournal
{
    /// <summary>The first and the last of them, and some of the clocks.</summary>
    internal static async Task<IReadOnlyList<RawEvent>> ReadAsync(string admin, string schema, int count, CancellationToken ct)
    {
        var events = new List<RawEvent>();
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync(ct);
        foreach (var choice in (string[])["ORDER BY position", "ORDER BY position DESC", "AND type = 'clocks.clock-changed.v1' ORDER BY position"])
        {
            await using var command = new NpgsqlCommand($"SELECT type, position, previous, header, data FROM {schema}.journal WHERE position IS NOT NULL AND NOT is_imported {choice} LIMIT {count}", connection);
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                var (header, data) = (await rows.GetFieldValueAsync<byte[]>(3, ct), await rows.GetFieldValueAsync<byte[]>(4, ct));
                events.Add(new(rows.GetString(0), rows.GetInt64(1), rows.GetString(2), [.. header[..^1], .. ",\"data\":"u8, .. data, .. "}"u8]));
            }
        }
        return events;
    }
}

/// <summary>Somebody with the broker password of a service.</summary>
internal sealed class RawSender(string user, IConnection connection, IChannel channel) : IAsyncDisposable
{
    internal static async Task<RawSender> ConnectAsync(string folder, string instance, CancellationToken ct)
    {
        var address = new Uri(await File.ReadAllTextAsync(Path.Combine(folder, "secrets", $"{instance}.broker"), ct));
        var connection = await new ConnectionFactory { Uri = address, ClientProvidedName = "intruder" }.CreateConnectionAsync(ct);
        return new(instance, connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true), ct));
    }

    internal Task SendAsync(RawEvent e, CancellationToken ct) => channel.BasicPublishAsync(e.Type, "", mandatory: false, new BasicProperties
    {
        UserId = user,
        DeliveryMode = DeliveryModes.Persistent,
        ContentType = "application/cloudevents+json",
        Type = e.Type,
        Headers = new Dictionary<string, object?> { ["position"] = e.Position, ["previous"] = e.Previous },
    }, e.Body, ct).AsTask();

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
