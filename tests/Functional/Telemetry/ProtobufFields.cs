using System.Text;

namespace Coordination.Tests.Functional.Telemetry;

/// <summary>Reads the fields of a protobuf message without its schema: enough to look into OTLP.</summary>
internal static class ProtobufFields
{
    /// <summary>Every message or string at a path of field numbers.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> At(ReadOnlyMemory<byte> message, params int[] path) =>
        path.Length == 0 ? [message] : Read(message).Where(f => f.Number == path[0]).SelectMany(f => At(f.Bytes, path[1..]));

    internal static string Text(ReadOnlyMemory<byte> message, int field) => Encoding.UTF8.GetString(At(message, field).FirstOrDefault().Span);

    internal static string Hex(ReadOnlyMemory<byte> message, int field) => Convert.ToHexStringLower(At(message, field).FirstOrDefault().Span);

    private static List<(int Number, ReadOnlyMemory<byte> Bytes)> Read(ReadOnlyMemory<byte> message)
    {
        var fields = new List<(int, ReadOnlyMemory<byte>)>();
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message.Span, ref at);
            var length = (key & 7) switch { 0 => 0, 1 => 8, 5 => 4, 2 => (int)Varint(message.Span, ref at), _ => throw new InvalidDataException("no protobuf") };
            if ((key & 7) == 0) Varint(message.Span, ref at);
            if ((key & 7) == 2) fields.Add(((int)(key >> 3), message.Slice(at, length)));
            at += length;
        }
        return fields;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
