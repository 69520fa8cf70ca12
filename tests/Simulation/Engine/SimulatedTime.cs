namespace Coordination.Tests.Simulation;

/// <summary>The clock and the timers of one machine.</summary>
internal sealed class SimulatedTime(Machine machine, TimeSpan skew) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => machine.World.Now + skew;

    public override long GetTimestamp() => machine.World.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(machine, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}

/// <summary>A timer that fires once; nothing in the code under test uses a period.</summary>
internal sealed class SimulatedTimer(Machine machine, TimerCallback callback, object? state) : ITimer
{
    private bool isOver;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan) throw new NotSupportedException("No timer here repeats.");
        if (dueTime != Timeout.InfiniteTimeSpan) machine.World.Schedule(this, machine.World.Now + dueTime);
        return true;
    }

    internal void Fire()
    {
        if (!isOver) machine.Post(Run, null);
    }

    private void Run(object? none)
    {
        if (isOver) return;
        isOver = true;
        callback(state);
    }

    public void Dispose() => isOver = true;

    public ValueTask DisposeAsync()
    {
        isOver = true;
        return ValueTask.CompletedTask;
    }
}
