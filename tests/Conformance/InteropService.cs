using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Coordination.Tests.Conformance;

/// <summary>The server of the gRPC project's interoperability cases.</summary>
internal sealed class InteropService : TestService.TestServiceBase
{
    private const string Initial = "x-grpc-test-echo-initial", Trailing = "x-grpc-test-echo-trailing-bin";

    public override async Task<Empty> EmptyCall(Empty request, ServerCallContext context)
    {
        await EchoAsync(context);
        return new();
    }

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await EchoAsync(context);
        Refuse(request.ResponseStatus);
        return new() { Payload = Zeros(request.ResponseSize) };
    }

    public override async Task StreamingOutputCall(StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoAsync(context);
        Refuse(request.ResponseStatus);
        await SendAsync(request, responseStream);
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var size = 0;
        await foreach (var request in requestStream.ReadAllAsync()) size += request.Payload.Body.Length;
        return new() { AggregatedPayloadSize = size };
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoAsync(context);
        await foreach (var request in requestStream.ReadAllAsync())
        {
            Refuse(request.ResponseStatus);
            await SendAsync(request, responseStream);
        }
    }

    private static async Task SendAsync(StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> stream)
    {
        foreach (var wanted in request.ResponseParameters) await stream.WriteAsync(new() { Payload = Zeros(wanted.Size) });
    }

    /// <summary>Metadata comes back as it went: text first, bytes last.</summary>
    private static async Task EchoAsync(ServerCallContext context)
    {
        if (context.RequestHeaders.FirstOrDefault(e => e.Key == Trailing) is { } bytes) context.ResponseTrailers.Add(Trailing, bytes.ValueBytes);
        if (context.RequestHeaders.GetValue(Initial) is { } text) await context.WriteResponseHeadersAsync(new() { { Initial, text } });
    }

    private static void Refuse(EchoStatus? status)
    {
        if (status is { Code: not 0 }) throw new RpcException(new Status((StatusCode)status.Code, status.Message));
    }

    private static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };
}
