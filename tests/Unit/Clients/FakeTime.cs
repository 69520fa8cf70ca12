using System.Threading.Channels;

namespace Coordination.Tests.Unit.Clients;

/// <summary>Time that stands until a test moves it. Whoever starts a timer is heard of, so that a test waits for that and never for a while.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private readonly Channel<TimeSpan> started = Channel.CreateUnbounded<TimeSpan>();
    private DateTimeOffset now = new(2026, 7, 27, 20, 0, 0, TimeSpan.Zero);

    /// <summary>How long each timer that was started runs.</summary>
    internal ChannelReader<TimeSpan> Started => started.Reader;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(t => t.Due <= now).OrderBy(t => t.Due)];
            timers.RemoveAll(due.Contains);
        }
        due.ForEach(t => t.Fire());
    }

    private void Set(Timer timer, TimeSpan after)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (after == Timeout.InfiniteTimeSpan) return;
            timer.Due = now + after;
            timers.Add(timer);
        }
        started.Writer.TryWrite(after);
    }

    private sealed class Timer(FakeTime time, Action fire) : ITimer
    {
        internal DateTimeOffset Due { get; set; }

        internal void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Set(this, dueTime);
            return true;
        }

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            time.Set(this, Timeout.InfiniteTimeSpan);
            return ValueTask.CompletedTask;
        }
    }
}
