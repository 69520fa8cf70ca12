using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>How a call is made.</summary>
/// <param name="Headers">Sent first.</param>
/// <param name="Deadline">UTC.</param>
/// <param name="CancellationToken">Gives it up.</param>
public readonly record struct CallOptions(Metadata? Headers = null, DateTime? Deadline = null, CancellationToken CancellationToken = default);

/// <summary>What is known of a call under way.</summary>
public interface IClientCall : IDisposable
{
    /// <summary>What the server sent first.</summary>
    Task<Metadata> ResponseHeadersAsync { get; }

    /// <summary>How it ended.</summary>
    Status GetStatus();

    /// <summary>What the server sent last.</summary>
    Metadata GetTrailers();
}

/// <summary>A call under way. Disposing it gives it up.</summary>
public abstract class AsyncCall(IClientCall call) : IDisposable
{
    /// <summary>What the server sent first.</summary>
    public Task<Metadata> ResponseHeadersAsync => call.ResponseHeadersAsync;

    /// <summary>How it ended.</summary>
    public Status GetStatus() => call.GetStatus();

    /// <summary>What the server sent last.</summary>
    public Metadata GetTrailers() => call.GetTrailers();

    /// <inheritdoc/>
    public void Dispose()
    {
        call.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>One message each way.</summary>
public sealed class AsyncUnaryCall<TResponse>(IClientCall call, Task<TResponse> response) : AsyncCall(call)
{
    /// <summary>The answer.</summary>
    public Task<TResponse> ResponseAsync => response;

    /// <summary>For <c>await</c>.</summary>
    public TaskAwaiter<TResponse> GetAwaiter() => response.GetAwaiter();
}

/// <summary>Many messages out, one back.</summary>
public sealed class AsyncClientStreamingCall<TRequest, TResponse>(IClientCall call, IClientStreamWriter<TRequest> requests, Task<TResponse> response) : AsyncCall(call)
{
    /// <summary>Where to send.</summary>
    public IClientStreamWriter<TRequest> RequestStream => requests;

    /// <summary>The answer.</summary>
    public Task<TResponse> ResponseAsync => response;

    /// <summary>For <c>await</c>.</summary>
    public TaskAwaiter<TResponse> GetAwaiter() => response.GetAwaiter();
}

/// <summary>One message out, many back.</summary>
public sealed class AsyncServerStreamingCall<TResponse>(IClientCall call, IAsyncStreamReader<TResponse> responses) : AsyncCall(call)
{
    /// <summary>What comes back.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream => responses;
}

/// <summary>Many messages both ways.</summary>
public sealed class AsyncDuplexStreamingCall<TRequest, TResponse>(IClientCall call, IClientStreamWriter<TRequest> requests, IAsyncStreamReader<TResponse> responses) : AsyncCall(call)
{
    /// <summary>Where to send.</summary>
    public IClientStreamWriter<TRequest> RequestStream => requests;

    /// <summary>What comes back.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream => responses;
}
