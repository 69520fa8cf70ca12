using System.Reflection;
using Coordination.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform.Grpc;

/// <summary>Routes for gRPC methods over HTTP/2.</summary>
public static class RpcRoutes
{
    /// <summary>Serves a generated service by an object of one's own, which serves all calls.</summary>
    /// <typeparam name="TService">Derives from the generated base.</typeparam>
    public static void MapRpc<TService>(this IEndpointRouteBuilder routes, TService service) where TService : class
    {
        var attribute = typeof(TService).BaseType!.GetCustomAttribute<BindServiceMethodAttribute>() ?? throw new ArgumentException($"{typeof(TService)} derives from no generated service.");
        var bind = attribute.BindType.GetMethods().Single(m => m.Name == attribute.BindMethodName && m.GetParameters() is [{ ParameterType: var first }, _] && first == typeof(ServiceBinderBase));
        bind.Invoke(null, [new Binder(routes, service), null]);
    }

    /// <summary>One method.</summary>
    internal static void MapCall(this IEndpointRouteBuilder routes, string path, bool streams, Func<HttpContext, ServerCall, Task> handle) => routes.MapMethods(path, [HttpMethods.Post], async (HttpContext http) =>
    {
        // Names of methods are exact; routes are not.
        if (http.Request.Path.Value != path)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!Headers.IsGrpc(http.Request.ContentType) || !HttpProtocol.IsHttp2(http.Request.Protocol))
        {
            http.Response.StatusCode = Headers.IsGrpc(http.Request.ContentType) ? StatusCodes.Status426UpgradeRequired : StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        // Each message has its own limit; a stream of them has none.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = streams ? null : Frames.Limit + 16;
        if (streams && http.Features.Get<Microsoft.AspNetCore.Server.Kestrel.Core.Features.IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
        http.Response.ContentType = Headers.ContentType;
        using var call = new ServerCall(http, http.RequestServices.GetRequiredService<TimeProvider>());
        await call.ServeAsync(c => handle(http, c));
    });

    private sealed class Binder(IEndpointRouteBuilder routes, object service) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) => Map(method, async (call, target) =>
        {
            var serve = Served<UnaryServerMethod<TRequest, TResponse>>(target, method.Name);
            await call.WriteAsync(await serve(await call.SingleAsync(method.RequestMarshaller), call), method.ResponseMarshaller);
        });

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) => Map(method, async (call, target) =>
        {
            var serve = Served<ClientStreamingServerMethod<TRequest, TResponse>>(target, method.Name);
            await call.WriteAsync(await serve(new ServerReader<TRequest>(call, method.RequestMarshaller), call), method.ResponseMarshaller);
        });

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) => Map(method, async (call, target) =>
        {
            var serve = Served<ServerStreamingServerMethod<TRequest, TResponse>>(target, method.Name);
            await serve(await call.SingleAsync(method.RequestMarshaller), new ServerWriter<TResponse>(call, method.ResponseMarshaller), call);
        });

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) => Map(method, async (call, target) =>
        {
            var serve = Served<DuplexStreamingServerMethod<TRequest, TResponse>>(target, method.Name);
            await serve(new ServerReader<TRequest>(call, method.RequestMarshaller), new ServerWriter<TResponse>(call, method.ResponseMarshaller), call);
        });

        private void Map<TRequest, TResponse>(Method<TRequest, TResponse> method, Func<ServerCall, object, Task> handle) => routes.MapCall(
            method.FullName, method.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming,
            (_, call) => handle(call, service));

        private static T Served<T>(object target, string name) where T : Delegate => (T)Delegate.CreateDelegate(typeof(T), target, name);
    }
}
