using System.Globalization;

namespace Coordination.Platform;

/// <summary>
/// A machine's clock that is wrong: the real one, moved by what a file says. Only tests of such clocks set <c>COORDINATION_TEST_CLOCK</c> (docs/faults.md), and a
/// process that anybody else can reach refuses to start with it. As on a machine, timers and measured durations do not move with the clock.
/// </summary>
/// <param name="file">Seconds to add, and parts per million that it runs fast from the moment this is read on: <c>-3600</c>, <c>0 500</c>. No file: nothing.</param>
/// <param name="real">The clock that is right.</param>
internal sealed class TestClock(string file, TimeProvider real) : TimeProvider
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);
    private readonly Lock gate = new();
    private Said said = new("", TimeSpan.Zero, 0, real.GetTimestamp());
    private long lookedAt = long.MinValue;

    /// <summary>The clock of this process: the machine's, unless a test says otherwise.</summary>
    internal static TimeProvider OfProcess() =>
        Environment.GetEnvironmentVariable("COORDINATION_TEST_CLOCK") is { Length: > 0 } file ? new TestClock(file, System) : System;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        var now = Look();
        return real.GetUtcNow() + now.Offset + real.GetElapsedTime(now.Since) * (now.PartsPerMillion / 1e6);
    }

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);

    private Said Look()
    {
        lock (gate)
        {
            if (lookedAt != long.MinValue && real.GetElapsedTime(lookedAt) < LookEvery) return said;
            lookedAt = real.GetTimestamp();
            if (Read() is { } text && text != said.Text) said = Said.Of(text, lookedAt);
            return said;
        }
    }

    private string? Read()
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        }
        catch (IOException)
        {
            return null; // It is being written.
        }
    }

    private sealed record Said(string Text, TimeSpan Offset, double PartsPerMillion, long Since)
    {
        internal static Said Of(string text, long since)
        {
            var numbers = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            return new(text, TimeSpan.FromSeconds(numbers.ElementAtOrDefault(0)), numbers.ElementAtOrDefault(1), since);
        }
    }
}
