namespace Grpc.Core;

/// <summary>A service and the delegates that serve it, as generated code builds it.</summary>
public sealed class ServerServiceDefinition
{
    private readonly List<Action<ServiceBinderBase>> methods = [];

    private ServerServiceDefinition() { }

    /// <summary>Begins one.</summary>
    public static Builder CreateBuilder() => new();

    /// <summary>Tells the binder every method.</summary>
    public void BindService(ServiceBinderBase binder) => methods.ForEach(m => m(binder));

    /// <summary>Collects methods.</summary>
    public sealed class Builder
    {
        private readonly ServerServiceDefinition definition = new();

        /// <summary>A unary method.</summary>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => Add(b => b.AddMethod(method, handler));

        /// <summary>A method to which the caller streams.</summary>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => Add(b => b.AddMethod(method, handler));

        /// <summary>A method that streams.</summary>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => Add(b => b.AddMethod(method, handler));

        /// <summary>A method with two streams.</summary>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => Add(b => b.AddMethod(method, handler));

        /// <summary>The whole.</summary>
        public ServerServiceDefinition Build() => definition;

        private Builder Add(Action<ServiceBinderBase> method)
        {
            definition.methods.Add(method);
            return this;
        }
    }
}
