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
        foreach (var method in app.Module.Rpc.SelectMany(s => s.Methods))
        {
            var operation = method.GetOptions()?.GetExtension(OperationExtensions.Operation) ?? throw new InvalidOperationException($"{method.FullName} names no operation.");
            var route = app.Routes.SingleOrDefault(r => r.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation)
                ?? throw new InvalidOperationException($"{method.FullName} names {operation}, which {app.Instance.Name} does not have.");
            var target = new Operation(route, method, app.Instance.Agency);
            front.MapCall($"/{method.Service.FullName}/{method.Name}", method.IsClientStreaming, (http, call) =>
                region.IsReady ? ServeAsync(http, call, app, target) : throw new RpcException(new Status(StatusCode.Unavailable, "The process is starting or stopping; try again.")));
        }
    }

    private static async Task ServeAsync(HttpContext http, ServerCall call, ModuleApp app, Operation operation)
    {
        var requests = Marshaller(operation.Method.InputType.Parser);
        var responses = Marshaller(operation.Method.OutputType.Parser);
        if (!operation.Method.IsClientStreaming)
        {
            var request = await call.SingleAsync(requests);
            if (operation.Method.IsServerStreaming) await EventStream.SendAsync(http, call, app, operation, request, responses);
            else await call.WriteAsync(await OnceAsync(http, call, app, operation, request), responses);
            return;
        }
        // Each message is a call of its own, answered in order; the first that is refused ends the stream with its refusal.
        while (await call.ReadAsync(requests) is { } request) await call.WriteAsync(await OnceAsync(http, call, app, operation, request), responses);
    }

    private static async Task<IMessage> OnceAsync(HttpContext http, ServerCall call, ModuleApp app, Operation operation, IMessage request)
    {
        using var answer = new MemoryStream();
        var inner = operation.ToHttp(http, request, answer, call.CancellationToken);
        await app.DispatchAsync(inner);
        if (inner.Response.StatusCode is < 200 or >= 300) throw Refusals.Of(inner.Response, answer.ToArray());
        return operation.Read(answer);
    }

    private static Marshaller<IMessage> Marshaller(MessageParser parser) => Marshallers.Create<IMessage>(
        (message, context) =>
        {
            context.SetPayloadLength(message.CalculateSize());
            message.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context =>
        {
            try
            {
                return parser.ParseFrom(context.PayloadAsReadOnlySequence());
            }
            catch (InvalidProtocolBufferException e)
            {
                throw new RpcException(new Status(StatusCode.InvalidArgument, $"The message cannot be read: {e.Message}"));
            }
        });
}
