using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Grpc.Core;

namespace Coordination.Rpc;

/// <summary>Messages on the wire: a byte that says whether it is compressed, four bytes of length, the bytes (gRPC over HTTP/2, "Length-Prefixed-Message").</summary>
internal static class Frames
{
    internal const int Limit = 4 * 1024 * 1024;
    private const int Prefix = 5;

    internal static void Write<T>(IBufferWriter<byte> output, T message, Marshaller<T> marshaller) => marshaller.ContextualSerializer(message, new Outgoing(output));

    /// <summary>The next message; null when the stream ended between two.</summary>
    /// <exception cref="RpcException">It is too large, compressed, or cut off.</exception>
    internal static async ValueTask<T?> ReadAsync<T>(PipeReader input, Marshaller<T> marshaller, CancellationToken ct) where T : class
    {
        while (true)
        {
            var result = await input.ReadAsync(ct);
            var buffer = result.Buffer;
            if (buffer.Length >= Prefix)
            {
                var length = Length(buffer);
                if (buffer.Length >= Prefix + length)
                {
                    var payload = buffer.Slice(Prefix, length);
                    try
                    {
                        return marshaller.ContextualDeserializer(new Incoming(payload));
                    }
                    finally
                    {
                        input.AdvanceTo(payload.End);
                    }
                }
            }
            if (result.IsCompleted)
            {
                input.AdvanceTo(buffer.End);
                return buffer.IsEmpty ? null : throw Broken(StatusCode.Internal, "The stream ended inside a message.");
            }
            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static long Length(ReadOnlySequence<byte> buffer)
    {
        Span<byte> prefix = stackalloc byte[Prefix];
        buffer.Slice(0, Prefix).CopyTo(prefix);
        if (prefix[0] != 0) throw Broken(prefix[0] == 1 ? StatusCode.Unimplemented : StatusCode.Internal, "Compressed messages are not taken; send grpc-encoding identity.");
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        return length <= Limit ? length : throw Broken(StatusCode.ResourceExhausted, $"A message may have {Limit} bytes.");
    }

    private static RpcException Broken(StatusCode code, string detail) => new(new Status(code, detail));

    private sealed class Outgoing(IBufferWriter<byte> output) : SerializationContext
    {
        public override void SetPayloadLength(int payloadLength)
        {
            var prefix = output.GetSpan(Prefix);
            prefix[0] = 0;
            BinaryPrimitives.WriteUInt32BigEndian(prefix[1..], (uint)payloadLength);
            output.Advance(Prefix);
        }

        public override IBufferWriter<byte> GetBufferWriter() => output;

        public override void Complete() { }

        public override void Complete(byte[] payload)
        {
            SetPayloadLength(payload.Length);
            output.Write(payload);
        }
    }

    private sealed class Incoming(ReadOnlySequence<byte> data) : DeserializationContext
    {
        public override int PayloadLength => (int)data.Length;

        public override byte[] PayloadAsNewBuffer() => data.ToArray();

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => data;
    }
}
