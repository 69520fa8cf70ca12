using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Exercises;

/// <summary>
/// An exercise and its own time (design section 5): a map of segments from real to exercise time. It can be held, change speed and jump
/// forward; it never runs back. It belongs to the real world, so calls that steer it name no exercise.
/// </summary>
internal sealed class Exercise
{
    public static readonly Lifecycle<ExerciseState> Life = new(
        (ExerciseState.Held, [ExerciseState.Running, ExerciseState.Ended]),
        (ExerciseState.Running, [ExerciseState.Held, ExerciseState.Ended]));

    private Exercise() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public ExerciseState State { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Exercise seconds per real second while it runs.</summary>
    public double Speed { get; private set; }
    public List<ExerciseSegment> Segments { get; private set; } = [];

    /// <summary>Begins at an exercise instant of its own; held unless it is to run at once.</summary>
    public static Exercise Begin(Guid id, string name, DateTimeOffset startsAt, double speed, bool immediate, DateTimeOffset real)
    {
        var runs = immediate && speed > 0;
        return new()
        {
            Id = id,
            Name = name,
            Speed = speed,
            State = runs ? ExerciseState.Running : ExerciseState.Held,
            Segments = [new(real, startsAt, runs ? speed : 0)],
        };
    }

    /// <summary>Exercise time at a real instant; before its beginning it stands at its start.</summary>
    public DateTimeOffset At(DateTimeOffset real)
    {
        var segment = Segments.LastOrDefault(s => s.RealStart <= real) ?? Segments[0];
        return real <= segment.RealStart ? segment.ExerciseStart : segment.ExerciseStart + ((real - segment.RealStart) * segment.Speed);
    }

    public Refusal? Hold(DateTimeOffset real)
    {
        if (Move(ExerciseState.Held) is { } no) return no;
        Turn(real, At(Later(real)), 0);
        return null;
    }

    public Refusal? Resume(DateTimeOffset real)
    {
        if (Speed <= 0) return new Refusal("no-speed", "Set a speed above 0 first; at speed 0 time is held.");
        if (Move(ExerciseState.Running) is { } no) return no;
        Turn(real, At(Later(real)), Speed);
        return null;
    }

    /// <summary>Changes the speed. 0 holds time; any other speed of a held exercise waits for its resumption.</summary>
    public Refusal? SetSpeed(double speed, DateTimeOffset real)
    {
        if (Ended() is { } over) return over;
        if (State == ExerciseState.Running)
        {
            Turn(real, At(Later(real)), speed);
            if (speed <= 0) State = ExerciseState.Held;
        }
        Speed = speed;
        Version++;
        return null;
    }

    /// <summary>Jumps forward to an exercise instant. Time that has passed is never taken back.</summary>
    public Refusal? Advance(DateTimeOffset to, DateTimeOffset real)
    {
        if (Ended() is { } over) return over;
        var now = At(Later(real));
        if (to < now) return Refusal.Invalid("/to", "time-runs-forward", "Exercise time is past this instant already.");
        if (to == now) return null;
        Turn(real, to, Segments[^1].Speed);
        Version++;
        return null;
    }

    public Refusal? End(DateTimeOffset real)
    {
        if (Move(ExerciseState.Ended) is { } no) return no;
        Turn(real, At(Later(real)), 0);
        return null;
    }

    /// <summary>What every service is told.</summary>
    public ExerciseTimeChanged Time(DateTimeOffset real) => new(Id, Version, State == ExerciseState.Ended, [.. Segments], real);

    private Refusal? Ended() => State == ExerciseState.Ended ? new Refusal("exercise-ended", "The exercise is over.") : null;

    /// <summary>Real clocks may step back; segments do not.</summary>
    private DateTimeOffset Later(DateTimeOffset real) => real > Segments[^1].RealStart ? real : Segments[^1].RealStart;

    private void Turn(DateTimeOffset real, DateTimeOffset exercise, double speed) => Segments = [.. Segments, new(Later(real), exercise, speed)];

    private Refusal? Move(ExerciseState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>States of an exercise's time.</summary>
public enum ExerciseState
{
    /// <summary>Time stands still, except for jumps.</summary>
    Held,
    /// <summary>Time runs.</summary>
    Running,
    /// <summary>Over.</summary>
    Ended,
}
