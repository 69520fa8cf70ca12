using System.Net;
using Grpc.Core;

namespace Coordination.Rpc;

/// <summary>A way to a server over HTTP/2, with or without TLS. Keep one for each server: it holds the connections.</summary>
public sealed class RpcChannel : ChannelBase, IDisposable
{
    private readonly HttpMessageInvoker http;
    private readonly Uri address;
    private readonly Func<CancellationToken, Task<string>>? token;
    private readonly TimeProvider time;

    private RpcChannel(Uri address, HttpMessageHandler handler, Func<CancellationToken, Task<string>>? token, TimeProvider time) : base(address.Authority) =>
        (this.address, this.token, this.time, http) = (address, token, time, new HttpMessageInvoker(handler));

    /// <summary>To a server.</summary>
    /// <param name="address">For example <c>http://127.0.0.1:8701</c>.</param>
    /// <param name="token">Gives the bearer token of each call; null for none.</param>
    /// <param name="handler">For TLS settings; null for the usual.</param>
    /// <param name="time">By which deadlines are kept; null for the machine's.</param>
    public static RpcChannel ForAddress(Uri address, Func<CancellationToken, Task<string>>? token = null, HttpMessageHandler? handler = null, TimeProvider? time = null) =>
        new(address, handler ?? new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            // Finds out that a server is gone even when no call is under way.
            KeepAlivePingDelay = TimeSpan.FromSeconds(20),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            AutomaticDecompression = DecompressionMethods.None,
        }, token, time ?? TimeProvider.System);

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker() => new Invoker(this);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private ClientCall<TRequest, TResponse> Start<TRequest, TResponse>(Method<TRequest, TResponse> method, CallOptions options, TRequest? request)
        where TRequest : class where TResponse : class => new(http, address, token, time, method, options, request);

    private sealed class Invoker(RpcChannel channel) : CallInvoker
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException("Nothing here blocks: use the method that ends in Async.");

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            var call = channel.Start(method, options, request);
            return new(call, call.SingleAsync());
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            var call = channel.Start(method, options, request);
            return new(call, call);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        {
            var call = channel.Start(method, options, null);
            return new(call, call, call.SingleAsync());
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        {
            var call = channel.Start(method, options, null);
            return new(call, call, call);
        }
    }
}
