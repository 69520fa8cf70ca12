namespace Coordination.Platform;

/// <summary>Wakes one waiting loop. A pulse that comes while nobody waits is kept, so none is missed.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim pending = new(0, 1);
    private readonly Lock gate = new();

    internal void Pulse()
    {
        lock (gate)
            if (pending.CurrentCount == 0) pending.Release();
    }

    /// <summary>True when pulsed, false when the time ran out.</summary>
    internal Task<bool> WaitAsync(TimeSpan limit, CancellationToken ct) => pending.WaitAsync(limit, ct);

    public void Dispose() => pending.Dispose();
}
