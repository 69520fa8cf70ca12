namespace Coordination.Platform;

/// <summary>Wakes one waiting loop. A pulse that comes while nobody waits is kept, so none is missed.</summary>
internal sealed class Signal(TimeProvider time)
{
    private readonly Lock gate = new();
    private TaskCompletionSource<bool>? waiter;
    private bool isPulsed;

    internal void Pulse()
    {
        lock (gate)
        {
            isPulsed = true;
            waiter?.TrySetResult(true);
        }
    }

    /// <summary>True when pulsed, false when the time ran out.</summary>
    internal async Task<bool> WaitAsync(TimeSpan limit, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!Enter(mine)) return true;
        // Timers count whole milliseconds: rounded down, a loop would spin through the last part of one.
        await using var timer = time.CreateTimer(_ => mine.TrySetResult(false), null, TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, limit.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
        await using var cancelled = ct.Register(() => mine.TrySetResult(false));
        await mine.Task;
        ct.ThrowIfCancellationRequested();
        return Leave();
    }

    private bool Enter(TaskCompletionSource<bool> mine)
    {
        lock (gate)
        {
            if (isPulsed)
            {
                isPulsed = false;
                return false;
            }
            waiter = mine;
            return true;
        }
    }

    private bool Leave()
    {
        lock (gate)
        {
            waiter = null;
            var pulsed = isPulsed;
            isPulsed = false;
            return pulsed;
        }
    }
}
