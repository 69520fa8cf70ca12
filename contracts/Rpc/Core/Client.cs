namespace Grpc.Core;

/// <summary>Makes calls.</summary>
public abstract class CallInvoker
{
    /// <summary>Not served: nothing here blocks.</summary>
    public abstract TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class where TResponse : class;

    /// <summary>One message each way.</summary>
    public abstract AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class where TResponse : class;

    /// <summary>Many back.</summary>
    public abstract AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class where TResponse : class;

    /// <summary>Many out.</summary>
    public abstract AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class where TResponse : class;

    /// <summary>Many both ways.</summary>
    public abstract AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class where TResponse : class;
}

/// <summary>A way to a server.</summary>
public abstract class ChannelBase(string target)
{
    /// <summary>The server.</summary>
    public string Target => target;

    /// <summary>Makes calls on it.</summary>
    public abstract CallInvoker CreateCallInvoker();
}

/// <summary>What every generated client is made from.</summary>
public abstract class ClientBase
{
    /// <summary>With a configuration.</summary>
    protected ClientBase(ClientBaseConfiguration configuration) => CallInvoker = configuration?.CallInvoker!;

    /// <summary>Makes the calls.</summary>
    protected CallInvoker CallInvoker { get; }

    /// <summary>How a client calls.</summary>
    protected internal sealed class ClientBaseConfiguration(CallInvoker callInvoker)
    {
        internal CallInvoker CallInvoker => callInvoker;
    }
}

/// <summary>What every generated client derives from.</summary>
public abstract class ClientBase<T> : ClientBase where T : ClientBase<T>
{
    /// <summary>For tests of generated code.</summary>
    protected ClientBase() : base(new ClientBaseConfiguration(null!)) { }

    /// <summary>With a configuration.</summary>
    protected ClientBase(ClientBaseConfiguration configuration) : base(configuration) { }

    /// <summary>On a channel.</summary>
    protected ClientBase(ChannelBase channel) : this(channel?.CreateCallInvoker()!) { }

    /// <summary>With an invoker.</summary>
    protected ClientBase(CallInvoker callInvoker) : base(new ClientBaseConfiguration(callInvoker)) { }

    /// <summary>The same client with another configuration.</summary>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
