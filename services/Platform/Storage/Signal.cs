namespace Coordination.Platform;

/// <summary>Wakes one waiting loop. A pulse that comes while nobody waits is kept, so none is missed.</summary>
internal sealed class Signal(TimeProvider time)
{
    private TaskCompletionSource pulsed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Pulse() => Volatile.Read(ref pulsed).TrySetResult();

    /// <summary>True when pulsed, false when the time ran out.</summary>
    internal async Task<bool> WaitAsync(TimeSpan limit, CancellationToken ct)
    {
        var waited = Volatile.Read(ref pulsed).Task;
        await waited.WaitAsync(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time, ct)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        ct.ThrowIfCancellationRequested();
        // Only the one loop that waits puts a new signal in place; what pulsed the old one is what it wakes for.
        if (waited.IsCompleted) Volatile.Write(ref pulsed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return waited.IsCompleted;
    }
}
