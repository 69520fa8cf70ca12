using Coordination.Rpc;
using Coordination.Rpc.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Platform.Grpc;

/// <summary>
/// The gRPC face of the use cases. A method of <c>contracts/proto</c> names the operation it is; the call goes through the same pipeline as over
/// HTTP, so that identity, decisions, idempotency and transactions exist once. Nothing here knows any operation.
/// </summary>
internal static class OperationDoor
{
    internal static void Map(IEndpointRouteBuilder front, RunningRegion region, ModuleApp app)
    {
        foreach (var operation in app.Operations.Values)
        {
            var method = operation.Method;
            front.MapCall($"/{method.Service.FullName}/{method.Name}", method.IsClientStreaming, (http, call) =>
                region.IsReady ? ServeAsync(http, call, app, operation) : throw new RpcException(new Status(StatusCode.Unavailable, "The process is starting or stopping; try again.")));
        }
    }

    /// <summary>A module's methods by their full names, each with the route of its operation.</summary>
    internal static IReadOnlyDictionary<string, Operation> Operations(ServiceModule module, ServiceInstance instance, IReadOnlyList<RouteEndpoint> routes) =>
        module.Rpc.SelectMany(s => s.Methods).ToDictionary(m => m.FullName, method =>
        {
            var operation = method.GetOptions()?.GetExtension(OperationExtensions.Operation) ?? throw new InvalidOperationException($"{method.FullName} names no operation.");
            var route = routes.SingleOrDefault(r => r.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation)
                ?? throw new InvalidOperationException($"{method.FullName} names {operation}, which {instance.Name} does not have.");
            return new Operation(route, method, instance.Agency);
        }, StringComparer.Ordinal);

    private static async Task ServeAsync(HttpContext http, ServerCall call, ModuleApp app, Operation operation)
    {
        var requests = Messages.Marshaller(operation.Method.InputType.Parser);
        var responses = Messages.Marshaller(operation.Method.OutputType.Parser);
        if (!operation.Method.IsClientStreaming)
        {
            var request = await call.SingleAsync(requests);
            if (operation.Method.IsServerStreaming) await EventStream.SendAsync(http, call, app, operation, request, responses);
            else await call.WriteAsync(await OnceAsync(http, app, operation, request, call.CancellationToken), responses);
            return;
        }
        // Each message is a call of its own, answered in order; the first that is refused ends the stream with its refusal.
        while (await call.ReadAsync(requests) is { } request) await call.WriteAsync(await OnceAsync(http, app, operation, request, call.CancellationToken), responses);
    }

    /// <summary>One message through the pipeline.</summary>
    /// <exception cref="RpcException">The operation refuses.</exception>
    internal static async Task<IMessage> OnceAsync(HttpContext http, ModuleApp app, Operation operation, IMessage request, CancellationToken ct)
    {
        using var answer = new MemoryStream();
        var inner = operation.ToHttp(http, request, answer, ct);
        await app.DispatchAsync(inner);
        if (inner.Response.StatusCode is < 200 or >= 300) throw Refusals.Of(inner.Response, answer.ToArray());
        return operation.Read(answer);
    }
}
