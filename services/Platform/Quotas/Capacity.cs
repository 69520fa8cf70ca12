namespace Coordination.Platform;

/// <summary>
/// The calls that run in this process. When they become too many, those that can wait are let go first: public reads at half of the capacity, reads
/// at three quarters, changes when it is full; life-safety calls are let in always.
/// </summary>
internal sealed class Capacity(QuotaOptions options)
{
    private int running;

    /// <summary>Lets a call in, until <see cref="Leave"/>.</summary>
    internal bool TryEnter(CallLane lane)
    {
        if (Interlocked.Increment(ref running) <= Most(lane)) return true;
        Leave();
        return false;
    }

    internal void Leave() => Interlocked.Decrement(ref running);

    private int Most(CallLane lane) => lane switch
    {
        CallLane.PublicRead => Math.Max(1, options.Capacity / 2),
        CallLane.Read => Math.Max(1, options.Capacity * 3 / 4),
        CallLane.Write => options.Capacity,
        _ => int.MaxValue,
    };
}
