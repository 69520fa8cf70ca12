using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Coordination.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// Messages that are no event or that speak for somebody else. They are kept beside the deferred events, where an operator sees them; nothing
/// waits behind them, and nothing but an operator tries them again.
/// </summary>
internal sealed partial class RefusedMessages(WriteScope writes, ServiceInstance instance, TimeProvider time, ILogger<RefusedMessages> log)
{
    /// <summary>No service writes an event as large as this; a sender who does means harm, or is broken.</summary>
    internal const int MostBytes = 4 * 1024 * 1024;

    /// <summary>So much is kept of what is refused: enough to see what it is, and nobody fills the database with it.</summary>
    internal const int KeptBytes = 64 * 1024;

    private const string Prefix = "refused:";

    internal static bool IsRefused(DeferredEvent row) => row.Source.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The event in a delivery, or why it is refused. The reason holds nothing that the sender wrote.</summary>
    internal (ReceivedEvent? Event, string Reason) Judge(BrokerDelivery delivery)
    {
        if (delivery.Body.Length > MostBytes) return (null, $"unreadable: larger than {MostBytes} bytes");
        try
        {
            var e = BrokerMessage.Read(delivery.Body, delivery.Position, delivery.Previous);
            if (delivery.User is null) return (null, "forged: the sender is unknown");
            if (e.Source != BrokerNames.SourceOf(instance.Region, delivery.User)) return (null, $"forged: {delivery.User} speaks for another source");
            // An administrator who puts a message back into a queue does so by the exchange without a name.
            if (delivery.Exchange.Length > 0 && delivery.Exchange != e.Type) return (null, $"forged: {delivery.User} sent another type to {delivery.Exchange}");
            return (e, "");
        }
        catch (FormatException e)
        {
            return (null, $"unreadable: {e.Message}");
        }
    }

    /// <summary>Judges a kept message again, as an operator asked.</summary>
    internal (ReceivedEvent? Event, string Reason) Judge(DeferredEvent row)
    {
        var kept = JsonSerializer.Deserialize<Envelope>(row.Header, Wire.Json)!;
        return Judge(new BrokerDelivery(0, 0, kept.Exchange, kept.User, kept.Position, kept.Previous, row.Data));
    }

    /// <summary>Keeps one, once: the same message again changes nothing.</summary>
    internal async Task KeepAsync(BrokerDelivery delivery, string reason, CancellationToken ct)
    {
        var envelope = JsonSerializer.SerializeToUtf8Bytes(
            new Envelope(delivery.Exchange, delivery.User, delivery.Position is long or int ? Convert.ToInt64(delivery.Position, provider: null) : null, Text(delivery.Previous)), Wire.Json);
        var source = $"{Prefix}{delivery.User}";
        var position = NumberOf(envelope, delivery.Body.Span);
        var isNew = await writes.RunAsync(async (_, db) =>
        {
            if (await db.Set<DeferredEvent>().AnyAsync(d => d.Consumer == instance.Name && d.Source == source && d.Position == position, ct)
                || await db.Set<InboxRow>().AnyAsync(r => r.Consumer == instance.Name && r.Source == source && r.Position == position, ct)) return false;
            db.Add(Row(delivery, reason, source, position, envelope));
            return true;
        }, ct);
        if (!isNew) return;
        Telemetry.RefusedMessages.Add(1, new KeyValuePair<string, object?>("instance", instance.Name), new KeyValuePair<string, object?>("reason", reason.Split(':')[0]));
        Refused(log, instance.Name, delivery.Exchange, reason);
    }

    private DeferredEvent Row(BrokerDelivery delivery, string reason, string source, long position, byte[] envelope) => new()
    {
        Id = Guid.CreateVersion7(),
        Consumer = instance.Name,
        Source = source,
        Position = position,
        EventId = Guid.Empty,
        Type = delivery.Exchange,
        Subject = Guid.CreateVersion7(),
        Previous = "{}",
        Header = envelope,
        Data = delivery.Body[..Math.Min(delivery.Body.Length, KeptBytes)].ToArray(),
        NotBefore = DateTimeOffset.MaxValue,
        Attempts = 1,
        Error = reason,
        DeferredAt = time.GetUtcNow(),
    };

    private static string? Text(object? header) => header switch { string text => text, byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes), _ => null };

    /// <summary>A number that only this message has.</summary>
    private static long NumberOf(ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(envelope);
        hash.AppendData(body);
        return BinaryPrimitives.ReadInt64BigEndian(hash.GetHashAndReset()) & long.MaxValue;
    }

    private sealed record Envelope(string Exchange, string? User = null, long? Position = null, string? Previous = null);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance} refused a message from {Exchange}: {Reason}. It is in the list of deferred events")]
    private static partial void Refused(ILogger log, string instance, string exchange, string reason);
}
