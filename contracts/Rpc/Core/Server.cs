namespace Grpc.Core;

/// <summary>What a method is told of its call.</summary>
public abstract class ServerCallContext
{
    /// <summary>Path of the method.</summary>
    public abstract string Method { get; }

    /// <summary>Address of the caller.</summary>
    public abstract string Peer { get; }

    /// <summary>UTC; <see cref="DateTime.MaxValue"/> where the caller set none.</summary>
    public abstract DateTime Deadline { get; }

    /// <summary>What the caller sent first.</summary>
    public abstract Metadata RequestHeaders { get; }

    /// <summary>What will be sent last.</summary>
    public abstract Metadata ResponseTrailers { get; }

    /// <summary>Set when the caller gives up or the deadline passes.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>How the call ends.</summary>
    public abstract Status Status { get; set; }

    /// <summary>Sends the headers before the first message.</summary>
    public abstract Task WriteResponseHeadersAsync(Metadata headers);
}

/// <summary>One message each way.</summary>
public delegate Task<TResponse> UnaryServerMethod<TRequest, TResponse>(TRequest request, ServerCallContext context) where TRequest : class where TResponse : class;

/// <summary>Many messages in.</summary>
public delegate Task<TResponse> ClientStreamingServerMethod<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context)
    where TRequest : class where TResponse : class;

/// <summary>Many messages out.</summary>
public delegate Task ServerStreamingServerMethod<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context)
    where TRequest : class where TResponse : class;

/// <summary>Many messages both ways.</summary>
public delegate Task DuplexStreamingServerMethod<TRequest, TResponse>(
    IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context) where TRequest : class where TResponse : class;

/// <summary>Is told every method of a generated service.</summary>
public abstract class ServiceBinderBase
{
    /// <summary>A unary method.</summary>
    public abstract void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
        where TRequest : class where TResponse : class;

    /// <summary>A method to which the caller streams.</summary>
    public abstract void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class where TResponse : class;

    /// <summary>A method that streams.</summary>
    public abstract void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class where TResponse : class;

    /// <summary>A method with two streams.</summary>
    public abstract void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class where TResponse : class;
}

/// <summary>Names the method of a generated class that binds it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The class.</summary>
    public Type BindType => bindType;

    /// <summary>The method.</summary>
    public string BindMethodName => bindMethodName;
}
