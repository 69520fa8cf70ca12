using System.Globalization;
using Coordination.Rpc;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform.Grpc;

/// <summary>One gRPC call on an HTTP/2 stream: what came first, the messages, and how it ends.</summary>
internal sealed partial class ServerCall : ServerCallContext, IDisposable
{
    private readonly HttpContext http;
    private readonly CancellationTokenSource ends;
    private readonly TimeSpan? timeout;
    private volatile bool isHeldBack;

    internal ServerCall(HttpContext http, TimeProvider time)
    {
        this.http = http;
        timeout = Headers.ReadTimeout(http.Request.Headers[Headers.Timeout]);
        Deadline = timeout is { } t ? (time.GetUtcNow() + t).UtcDateTime : DateTime.MaxValue;
        ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        foreach (var (name, values) in http.Request.Headers)
            if (!name.StartsWith(':') && !name.StartsWith("grpc-", StringComparison.OrdinalIgnoreCase) && name is not ("TE" or "Content-Type" or "Host"))
                foreach (var value in values) Headers.AddTo(RequestHeaders, name, value!);
    }

    public override string Method => http.Request.Path.Value!;

    public override string Peer => $"{http.Connection.RemoteIpAddress}:{http.Connection.RemotePort}";

    public override DateTime Deadline { get; }

    public override Metadata RequestHeaders { get; } = [];

    public override Metadata ResponseTrailers { get; } = [];

    public override CancellationToken CancellationToken => ends.Token;

    public override Status Status { get; set; } = Status.DefaultSuccess;

    public override async Task WriteResponseHeadersAsync(Metadata headers)
    {
        foreach (var entry in headers) http.Response.Headers.Append(entry.Key, Headers.Value(entry));
        await http.Response.StartAsync(CancellationToken);
        await http.Response.BodyWriter.FlushAsync(CancellationToken);
    }

    /// <summary>Serves the call: whatever happens, it ends with a status.</summary>
    internal async Task ServeAsync(Func<ServerCall, Task> handle)
    {
        if (http.Request.Headers["grpc-encoding"].ToString() is { Length: > 0 } encoding and not "identity")
        {
            http.Response.Headers["grpc-accept-encoding"] = "identity";
            End(new Status(StatusCode.Unimplemented, $"grpc-encoding {encoding} is not taken; send identity."));
            return;
        }
        if (timeout is { } limit) ends.CancelAfter(limit);
        if (timeout == TimeSpan.Zero) await ends.CancelAsync();
        var handling = Task.CompletedTask;
        try
        {
            ends.Token.ThrowIfCancellationRequested();
            await (handling = handle(this)).WaitAsync(ends.Token);
            End(Status);
        }
        catch (RpcException e)
        {
            ResponseTrailers.AddRange(e.Trailers);
            End(e.Status);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            var late = !http.RequestAborted.IsCancellationRequested;
            End(late ? new Status(StatusCode.DeadlineExceeded, "The deadline passed.") : Status.DefaultCancelled);
            if (late) await TellAsync();
            // The caller knows; but the stream is not given to another call before the handler of this one has let go of it.
            await handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (InvalidProtocolBufferException e)
        {
            End(new Status(StatusCode.InvalidArgument, $"The message cannot be read: {e.Message}"));
        }
        catch (Exception e)
        {
            Failed(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger<ServerCall>(), e, Method);
            End(new Status(StatusCode.Unknown, "The call failed; nothing was changed."));
        }
    }

    /// <summary>The next message of the caller; null at the end.</summary>
    internal ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken ct = default) where T : class =>
        Frames.ReadAsync(http.Request.BodyReader, marshaller, ct.CanBeCanceled ? ct : CancellationToken);

    /// <summary>The one message of a caller who sends one.</summary>
    internal async Task<T> SingleAsync<T>(Marshaller<T> marshaller) where T : class
    {
        var message = await ReadAsync(marshaller) ?? throw new RpcException(new Status(StatusCode.Internal, "The call carries no message."));
        return await ReadAsync(marshaller) is null ? message : throw new RpcException(new Status(StatusCode.Internal, "The call carries more than one message."));
    }

    internal async Task WriteAsync<T>(T message, Marshaller<T> marshaller)
    {
        CancellationToken.ThrowIfCancellationRequested();
        if (!http.Response.HasStarted) await http.Response.StartAsync(CancellationToken);
        Frames.Write(http.Response.BodyWriter, message, marshaller);
        isHeldBack = true;
        await http.Response.BodyWriter.FlushAsync(CancellationToken);
        isHeldBack = false;
    }

    public void Dispose() => ends.Dispose();

    /// <summary>Nothing sent yet: the status travels with the headers ("Trailers-Only").</summary>
    private void End(Status status)
    {
        var target = http.Response.HasStarted ? http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers : http.Response.Headers;
        target[Headers.GrpcStatus] = ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (status.Detail.Length > 0) target[Headers.Message] = Headers.Escape(status.Detail);
        foreach (var entry in ResponseTrailers) target.Append(entry.Key, Headers.Value(entry));
    }

    /// <summary>
    /// Sends the status before the handler has ended. A caller who takes nothing any more would never hear it behind what he does not take: then the stream is
    /// cancelled (HTTP/2 error 8). Otherwise no reset: it would overtake the status, and the server says by itself, after it, that nobody listens.
    /// </summary>
    private async Task TellAsync()
    {
        await http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
        if (isHeldBack) http.Features.Get<IHttpResetFeature>()?.Reset(8);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed")]
    private static partial void Failed(ILogger log, Exception e, string method);
}

/// <summary>The caller's messages.</summary>
internal sealed class ServerReader<T>(ServerCall call, Marshaller<T> marshaller) : IAsyncStreamReader<T> where T : class
{
    public T Current { get; private set; } = null!;

    public async Task<bool> MoveNext(CancellationToken cancellationToken) => (Current = (await call.ReadAsync(marshaller, cancellationToken))!) is not null;
}

/// <summary>The server's messages.</summary>
internal sealed class ServerWriter<T>(ServerCall call, Marshaller<T> marshaller) : IServerStreamWriter<T> where T : class
{
    public Task WriteAsync(T message) => call.WriteAsync(message, marshaller);
}
