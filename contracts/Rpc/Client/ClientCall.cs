using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;

namespace Coordination.Rpc;

/// <summary>One call under way.</summary>
internal sealed class ClientCall<TRequest, TResponse> : IClientCall, IClientStreamWriter<TRequest>, IAsyncStreamReader<TResponse> where TRequest : class where TResponse : class
{
    private readonly Method<TRequest, TResponse> method;
    private readonly CancellationTokenSource passed = new();
    private readonly CancellationTokenSource ends;
    private readonly TimeProvider time;
    private readonly DateTime? deadline;
    private readonly Pipe requests = new();
    private readonly Task<HttpResponseMessage> response;
    private PipeReader? body;
    private Status? status;
    private Metadata trailers = [];

    internal ClientCall(HttpMessageInvoker http, Uri address, Func<CancellationToken, Task<string>>? token, TimeProvider time, Method<TRequest, TResponse> method, CallOptions options, TRequest? single)
    {
        (this.method, this.time, deadline) = (method, time, options.Deadline?.ToUniversalTime());
        ends = CancellationTokenSource.CreateLinkedTokenSource(options.CancellationToken, passed.Token);
        if (single is not null)
        {
            Frames.Write(requests.Writer, single, method.RequestMarshaller);
            requests.Writer.Complete();
        }
        response = SendAsync(http, new Uri(address, method.FullName), token, options.Headers, single is null);
        ResponseHeadersAsync = HeadersAsync();
        _ = ResponseHeadersAsync.ContinueWith(static t => _ = t.Exception, TaskScheduler.Default);
    }

    public Task<Metadata> ResponseHeadersAsync { get; }

    public TResponse Current { get; private set; } = null!;

    public async Task<bool> MoveNext(CancellationToken cancellationToken) => (Current = (await NextAsync(cancellationToken))!) is not null;

    public async Task WriteAsync(TRequest message)
    {
        if (status is { } ended) throw new RpcException(ended, trailers);
        Frames.Write(requests.Writer, message, method.RequestMarshaller);
        try
        {
            if (!(await requests.Writer.FlushAsync(ends.Token)).IsCompleted) return;
        }
        catch (OperationCanceledException e) when (ends.IsCancellationRequested)
        {
            // The deadline passed, or the call was given up, while the message waited. A reader may be reading: it says so by itself.
            throw new RpcException(status ?? Replies.Failure(e, IsLate, cancelled: true), trailers);
        }
        await NextAsync(CancellationToken.None);
        throw new InvalidOperationException("The call has ended.");
    }

    /// <summary>Asked of the timer first: timers count on a coarser clock than the time of day, and go off some milliseconds before it says so.</summary>
    private bool IsLate => passed.IsCancellationRequested || deadline <= time.GetUtcNow().UtcDateTime;

    public async Task CompleteAsync() => await requests.Writer.CompleteAsync();

    public Status GetStatus() => status ?? throw new InvalidOperationException("The call has not ended.");

    public Metadata GetTrailers() => trailers;

    public void Dispose()
    {
        ends.Cancel();
        passed.Dispose();
        requests.Writer.Complete();
        Release();
    }

    /// <summary>A stream that nobody reads to its end is given back: otherwise the server goes on waiting for its reader.</summary>
    private void Release() => _ = response.ContinueWith(static r => r.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>The one answer of a call that has one.</summary>
    internal async Task<TResponse> SingleAsync()
    {
        var message = await NextAsync(CancellationToken.None) ?? throw new RpcException(new Status(StatusCode.Internal, "The server ended the call without a message."), trailers);
        return await NextAsync(CancellationToken.None) is null ? message : throw new RpcException(new Status(StatusCode.Internal, "The server sent more than one message."));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http, Uri to, Func<CancellationToken, Task<string>>? token, Metadata? headers, bool streams)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, to) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        message.Headers.TE.Add(new("trailers"));
        if (deadline is { } until)
        {
            var left = until - time.GetUtcNow().UtcDateTime;
            message.Headers.TryAddWithoutValidation(Headers.Timeout, Headers.WriteTimeout(left));
            passed.CancelAfter(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(left.TotalMilliseconds))));
        }
        foreach (var entry in headers ?? []) message.Headers.TryAddWithoutValidation(entry.Key, Headers.Value(entry));
        if (token is not null) message.Headers.Authorization = new("Bearer", await token(ends.Token));
        message.Content = new RequestContent(requests.Reader, streams, ends.Token);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(Headers.ContentType);
        return await http.SendAsync(message, ends.Token);
    }

    private async Task<Metadata> HeadersAsync() => Replies.Metadata((await response).Headers);

    private async Task<TResponse?> NextAsync(CancellationToken ct)
    {
        if (status is null)
            try
            {
                await using var cancel = ct.UnsafeRegister(s => ((CancellationTokenSource)s!).Cancel(), ends);
                if (await OpenAsync() is { } open && await Frames.ReadAsync(open, method.ResponseMarshaller, ends.Token) is { } message) return message;
                if (status is null) End(Replies.Status((await response).TrailingHeaders), Replies.Metadata((await response).TrailingHeaders));
            }
            catch (RpcException e)
            {
                End(e.Status, e.Trailers);
                await ends.CancelAsync();
                Release();
            }
            catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException or HttpProtocolException)
            {
                End(Replies.Failure(e, IsLate, ends.IsCancellationRequested), []);
                await ends.CancelAsync();
                Release();
            }
        return status is { StatusCode: StatusCode.OK } ? null : throw new RpcException(status!.Value, trailers);
    }

    /// <summary>The body of the answer; null when it was a refusal without one.</summary>
    private async Task<PipeReader?> OpenAsync()
    {
        if (body is not null) return body;
        var answer = await response;
        if (Replies.Refusal(answer) is { } refused)
        {
            End(refused, Replies.Metadata(answer.Headers));
            return null;
        }
        return body = PipeReader.Create(await answer.Content.ReadAsStreamAsync(ends.Token));
    }

    private void End(Status how, Metadata last) => (status, trailers) = (how, last);
}
