using System.Buffers;

namespace Grpc.Core;

/// <summary>Who streams.</summary>
public enum MethodType
{
    /// <summary>One message each way.</summary>
    Unary,
    /// <summary>The caller sends many.</summary>
    ClientStreaming,
    /// <summary>The server sends many.</summary>
    ServerStreaming,
    /// <summary>Both send many.</summary>
    DuplexStreaming,
}

/// <summary>A method of a service, with how its messages become bytes.</summary>
public sealed class Method<TRequest, TResponse>(
    MethodType type, string serviceName, string name, Marshaller<TRequest> requestMarshaller, Marshaller<TResponse> responseMarshaller)
{
    /// <summary>Who streams.</summary>
    public MethodType Type => type;

    /// <summary>The service, with its package.</summary>
    public string ServiceName => serviceName;

    /// <summary>The method.</summary>
    public string Name => name;

    /// <summary>The path of a call: <c>/service/method</c>.</summary>
    public string FullName { get; } = $"/{serviceName}/{name}";

    /// <summary>For requests.</summary>
    public Marshaller<TRequest> RequestMarshaller => requestMarshaller;

    /// <summary>For responses.</summary>
    public Marshaller<TResponse> ResponseMarshaller => responseMarshaller;
}

/// <summary>Writes and reads one type of message.</summary>
public sealed class Marshaller<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
{
    /// <summary>Writes.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; } = serializer;

    /// <summary>Reads.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; } = deserializer;
}

/// <summary>Makes marshallers.</summary>
public static class Marshallers
{
    /// <summary>From a writer and a reader.</summary>
    public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) => new(serializer, deserializer);
}

/// <summary>Takes the bytes of a message.</summary>
public abstract class SerializationContext
{
    /// <summary>Said before the bytes.</summary>
    public abstract void SetPayloadLength(int payloadLength);

    /// <summary>Where the bytes go.</summary>
    public abstract IBufferWriter<byte> GetBufferWriter();

    /// <summary>All bytes are written.</summary>
    public abstract void Complete();

    /// <summary>All bytes at once.</summary>
    public abstract void Complete(byte[] payload);
}

/// <summary>Gives the bytes of a message.</summary>
public abstract class DeserializationContext
{
    /// <summary>How many.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>A copy.</summary>
    public abstract byte[] PayloadAsNewBuffer();

    /// <summary>As they were received; valid only until the reader returns.</summary>
    public abstract ReadOnlySequence<byte> PayloadAsReadOnlySequence();
}
