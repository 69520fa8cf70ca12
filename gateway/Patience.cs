namespace Coordination.Gateway;

/// <summary>A service that does not begin to answer is not waited for without end. Streams may be silent, and end when the gateway stops.</summary>
internal sealed class Patience(RequestDelegate next, GatewayOptions options, IHostApplicationLifetime lifetime)
{
    private static readonly Problem TooLate = new(504, "service-late", "The service did not answer in time; try again with the same Idempotency-Key.", 1);

    public Task InvokeAsync(HttpContext http) => IsStream(http) ? StreamAsync(http) : AnswerAsync(http);

    private static bool IsStream(HttpContext http) =>
        Problem.IsGrpc(http) || http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal);

    private async Task StreamAsync(HttpContext http)
    {
        await using var ends = lifetime.ApplicationStopping.Register(http.Abort);
        await next(http);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var left = http.RequestAborted;
        var late = CancellationTokenSource.CreateLinkedTokenSource(left);
        http.Response.RegisterForDispose(late);
        late.CancelAfter(options.Patience);
        http.RequestAborted = late.Token;
        http.Response.OnStarting(() =>
        {
            late.CancelAfter(Timeout.InfiniteTimeSpan);
            return Task.CompletedTask;
        });
        await next(http);
        http.RequestAborted = left;
        if (late.IsCancellationRequested && !left.IsCancellationRequested && !http.Response.HasStarted) await TooLate.WriteAsync(http);
    }
}
