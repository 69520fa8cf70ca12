namespace Coordination.Platform;

/// <summary>Work of a service's own that goes on as long as the process runs. Every replica runs it: what one alone may do, it claims by a row.</summary>
public interface IServiceLoop
{
    /// <summary>Runs until cancelled, whatever fails meanwhile.</summary>
    Task RunAsync(CancellationToken ct);
}
