using Coordination.Contracts.Events;

namespace Coordination.Platform;

/// <summary>The time of one exercise as this service knows it (design section 5).</summary>
internal sealed class ExerciseClock
{
    private ExerciseClock() { }

    internal ExerciseClock(Guid id) => Id = id;

    public Guid Id { get; private set; }
    public int TimeVersion { get; private set; }
    public bool Ended { get; private set; }
    public List<ExerciseSegment> Segments { get; private set; } = [];

    /// <summary>Takes a newer map of time; false when it is not newer.</summary>
    internal bool Take(ExerciseTimeChanged e)
    {
        if (e.Version <= TimeVersion) return false;
        (TimeVersion, Ended, Segments) = (e.Version, e.Ended, [.. e.Segments]);
        return true;
    }

    /// <summary>Exercise time at a real instant.</summary>
    internal DateTimeOffset At(DateTimeOffset real)
    {
        var segment = Segments[0];
        foreach (var s in Segments)
            if (s.RealStart <= real) segment = s;
        var elapsed = real - segment.RealStart;
        return elapsed <= TimeSpan.Zero ? segment.ExerciseStart : segment.ExerciseStart + (elapsed * segment.Speed);
    }

    /// <summary>The first real instant at which exercise time has reached a moment, or null while time is held before it.</summary>
    internal DateTimeOffset? RealOf(DateTimeOffset moment)
    {
        if (Ended) return null;
        for (var i = 0; i < Segments.Count; i++)
        {
            var s = Segments[i];
            if (moment <= s.ExerciseStart) return s.RealStart;
            if (s.Speed <= 0) continue;
            var real = s.RealStart + ((moment - s.ExerciseStart) / s.Speed);
            if (i == Segments.Count - 1 || real < Segments[i + 1].RealStart) return real;
        }
        return null;
    }
}
