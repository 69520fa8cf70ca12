using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using RabbitMQ.Client;

namespace Coordination.Platform;

/// <summary>An event as a message: the journal's exact bytes as a structured CloudEvent; position and predecessors as headers.</summary>
internal static class BrokerMessage
{
    private static ReadOnlySpan<byte> DataMember => ",\"data\":"u8;

    internal static ReadOnlyMemory<byte> Body(ReceivedEvent e)
    {
        var buffer = new ArrayBufferWriter<byte>(e.Header.Length + e.Data.Length + 16);
        buffer.Write(e.Header.Span[..^1]);
        buffer.Write(DataMember);
        buffer.Write(e.Data.Span);
        buffer.Write("}"u8);
        return buffer.WrittenMemory;
    }

    internal static BasicProperties Properties(ReceivedEvent e, string user) =>
        Properties(e.Id, e.Type, user, new() { [BrokerNames.Position] = e.Position, [BrokerNames.Previous] = e.Previous });

    /// <summary>The same of an event from a log, for readers outside.</summary>
    internal static BasicProperties Properties(LoggedEvent e, string user) => Properties(e.Id, e.Type, user, new() { [BrokerNames.LogPosition] = e.Position });

    private static BasicProperties Properties(Guid id, string type, string user, Dictionary<string, object?> headers) => new()
    {
        ContentType = BrokerNames.ContentType,
        DeliveryMode = DeliveryModes.Persistent,
        MessageId = id.ToString(),
        Type = type,
        UserId = user,
        Headers = headers,
    };

    /// <summary>The event in a delivery.</summary>
    /// <exception cref="FormatException">It is none; the message holds nothing that the sender wrote.</exception>
    internal static ReceivedEvent Read(ReadOnlyMemory<byte> body, object? position, object? previous)
    {
        if (position is not long and not int || Convert.ToInt64(position, provider: null) is not (> 0 and var at)) throw new FormatException("no position");
        var map = previous switch { string text => text, byte[] bytes => Encoding.UTF8.GetString(bytes), _ => throw new FormatException("no predecessors") };
        try
        {
            if (JsonSerializer.Deserialize<Dictionary<string, long>>(map) is null) throw new FormatException("no predecessors");
            var (header, data) = Split(body);
            return Read(at, map, header, data);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("not a CloudEvent of a journal", e);
        }
    }

    private static ReceivedEvent Read(long position, string previous, ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> data)
    {
        using var json = JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
        var root = json.RootElement;
        if (root.GetProperty("specversion").GetString() != "1.0") throw new FormatException("another CloudEvents version");
        var (time, exerciseTime, _, _) = CloudEventHeader.Read(header);
        Guid? exercise = root.TryGetProperty("exercise", out var id) ? id.GetGuid() : null;
        return new(Text("source"), position, root.GetProperty("id").GetGuid(), Text("type"), root.GetProperty("subject").GetGuid(), time, exercise, exerciseTime,
            previous, header, data);

        string Text(string name) => root.GetProperty(name).GetString() is { Length: > 0 and <= 200 } text ? text : throw new FormatException($"no {name}");
    }

    /// <summary>The attributes and the data, byte for byte as they were in the journal: there the data is the last member.</summary>
    private static (ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Data) Split(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span) || body.Span.IndexOfAny((byte)'\r', (byte)'\n') >= 0) throw new FormatException("not one line of UTF-8");
        var json = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = 32 });
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject) throw new FormatException("not a CloudEvent");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isData = json.ValueTextEquals("data"u8);
            var name = (int)json.TokenStartIndex;
            json.Read();
            var start = (int)json.TokenStartIndex;
            Pass(ref json);
            if (!isData) continue;
            var (end, last) = ((int)json.BytesConsumed, body.Length - 1);
            if (end != last || body.Span[name - 1] != ',') throw new FormatException("the data is not the last member");
            var header = new byte[name];
            body.Span[..(name - 1)].CopyTo(header);
            header[^1] = (byte)'}';
            return (header, body[start..end]);
        }
        throw new FormatException("a CloudEvent without data");
    }

    /// <summary>
    /// Goes over one value. The bytes reach every reader of the log as they are: a number beyond all measure, half a character, or a line break in a
    /// frame would end their streams here, and again whenever they resume.
    /// </summary>
    private static void Pass(ref Utf8JsonReader json)
    {
        var depth = json.CurrentDepth;
        do
        {
            if (json.TokenType == JsonTokenType.Number && !(json.TryGetDouble(out var number) && double.IsFinite(number))) throw new FormatException("a number beyond measure");
            // An escape that is no character is found by reading it.
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && json.ValueIsEscaped) _ = json.GetString();
        }
        while ((json.CurrentDepth != depth || json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && json.Read());
    }
}
