using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using Coordination.Rpc;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform.Grpc;

/// <summary>A stream of server-sent events as a stream of messages: the cursor, the filter and what the caller may see are the operation's own.</summary>
internal static class EventStream
{
    internal static async Task SendAsync(HttpContext http, ServerCall call, ModuleApp app, Operation operation, IMessage request, Marshaller<IMessage> responses)
    {
        var pipe = new Pipe();
        await using var answer = pipe.Writer.AsStream();
        var inner = operation.ToHttp(http, request, answer, call.CancellationToken, asStream: true);
        var running = RunAsync(app, inner, pipe.Writer);
        try
        {
            var first = await pipe.Reader.ReadAsync(call.CancellationToken);
            if (inner.Response.StatusCode is < 200 or >= 300)
            {
                await running;
                throw Refusals.Of(inner.Response, await RestAsync(pipe.Reader, first));
            }
            pipe.Reader.AdvanceTo(first.Buffer.Start);
            await call.WriteResponseHeadersAsync([]);
            await foreach (var item in SseParser.Create(pipe.Reader.AsStream()).EnumerateAsync(call.CancellationToken))
                await call.WriteAsync(Operation.ReadAs(operation.Method.OutputType, Message(item)), responses);
            await running;
            // OK would say that this was all: the log has no end.
            throw new RpcException(new Status(StatusCode.Unavailable, "The stream was ended; resume after the last position."));
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
        }
    }

    /// <summary>A bookmark is a position without an event.</summary>
    private static string Message(SseItem<string> item) => item.EventType == "bookmark"
        ? $$"""{"position":"{{item.EventId}}","type":"bookmark"}"""
        : $$"""{"position":"{{item.EventId}}","type":"{{item.EventType}}","cloudEvent":{{item.Data}}}""";

    private static async Task RunAsync(ModuleApp app, HttpContext inner, PipeWriter writer)
    {
        try
        {
            await app.DispatchAsync(inner);
        }
        finally
        {
            await writer.CompleteAsync();
        }
    }

    private static async Task<byte[]> RestAsync(PipeReader reader, ReadResult read)
    {
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync();
        }
        return System.Buffers.BuffersExtensions.ToArray(read.Buffer);
    }
}
