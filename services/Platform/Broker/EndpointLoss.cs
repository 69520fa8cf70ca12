using MassTransit;

namespace Coordination.Platform;

/// <summary>Tells when an endpoint no longer receives.</summary>
internal sealed class EndpointLoss : IReceiveEndpointObserver
{
    private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Fails with the reason when the endpoint is lost.</summary>
    internal Task Ended => lost.Task;

    public Task Ready(ReceiveEndpointReady ready) => Task.CompletedTask;

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Lost(new IOException("the connection ended"));

    public Task Faulted(ReceiveEndpointFaulted faulted) => Lost(faulted.Exception);

    private Task Lost(Exception? reason)
    {
        lost.TrySetException(reason ?? new IOException("the endpoint failed"));
        return Task.CompletedTask;
    }
}
