using System.Text.Json;
using Coordination.Platform;
using RabbitMQ.Client;

namespace Coordination.Tests.Functional.Broker;

/// <summary>Events as somebody with a password of the broker could send them, past all of the services' code.</summary>
internal static class RawEvents
{
    internal static ReceivedEvent Make(Guid subject, int n, string source = "test/fire/probe", string type = "probe.raised.v1")
    {
        var call = new Call();
        call.Begin(Caller.Service, null, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow);
        var id = Guid.CreateVersion7();
        var previous = n == 1 ? "{}" : $$"""{"{{type}}":{{n - 1}}}""";
        return new(source, n, id, type, subject, DateTimeOffset.UtcNow, null, null, previous,
            CloudEventHeader.Write(id, source, new(type), subject, call, null), JsonSerializer.SerializeToUtf8Bytes(new { probeId = subject, count = n }));
    }

    internal static async Task SendAsync(this IConnection connection, ReceivedEvent e, string user, string? exchange = null)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync(exchange ?? e.Type, "", mandatory: true, BrokerMessage.Properties(e, user), BrokerMessage.Body(e));
    }

    internal static async Task SendAsync(this IConnection connection, string exchange, BasicProperties properties, byte[] body)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync(exchange, "", mandatory: true, properties, body);
    }
}
