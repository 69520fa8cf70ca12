using Coordination.Contracts.Events;

namespace Coordination.Platform;

/// <summary>
/// A duty with a due moment (domain.md C). All instants are exercise time when it belongs to an exercise; Met or Breached is
/// decided on them, never on when a machine got round to looking.
/// </summary>
public sealed class Clock
{
    /// <summary>The transition table. A stop that happened in time but is learnt after the firing gives Breached → Met.</summary>
    public static readonly Lifecycle<ClockState> Life = new(
        (ClockState.Scheduled, [ClockState.Running, ClockState.Cancelled]),
        (ClockState.Running, [ClockState.Paused, ClockState.Met, ClockState.Breached, ClockState.Cancelled, ClockState.Waived]),
        (ClockState.Paused, [ClockState.Running, ClockState.Cancelled]),
        (ClockState.Breached, [ClockState.MetLate, ClockState.Met, ClockState.Waived]));

    private Clock() { }

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; private set; }
    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; } = 1;
    /// <summary>The exercise it belongs to, or null.</summary>
    public Guid? ExerciseId { get; private set; }
    /// <summary>Which clock.</summary>
    public string Key { get; private set; } = "";
    /// <summary>The entity that owes the duty.</summary>
    public Guid EntityId { get; private set; }
    /// <summary>The subject of its events.</summary>
    public Guid Subject { get; private set; }
    /// <summary>Number of the recurrence, from 0.</summary>
    public int Occurrence { get; private set; }
    /// <summary>State.</summary>
    public ClockState State { get; private set; }
    /// <summary>When it began to run.</summary>
    public DateTimeOffset StartedAt { get; private set; }
    /// <summary>When the duty is due.</summary>
    public DateTimeOffset DueAt { get; private set; }
    /// <summary>When the warning is due.</summary>
    public DateTimeOffset WarnAt { get; private set; }
    /// <summary>When it warned, or null.</summary>
    public DateTimeOffset? WarnedAt { get; private set; }
    /// <summary>When the duty was done, or null.</summary>
    public DateTimeOffset? MetAt { get; private set; }
    /// <summary>The due moment if it passed unmet, or null.</summary>
    public DateTimeOffset? BreachedAt { get; private set; }
    /// <summary>Since when it is paused, or null.</summary>
    public DateTimeOffset? PausedAt { get; private set; }
    /// <summary>Why it is paused; a reason that the definition names.</summary>
    public string? PauseReason { get; private set; }
    /// <summary>Reasons for which it may pause.</summary>
    public List<string> PauseReasons { get; private set; } = [];
    /// <summary>Law, standard or page of the value.</summary>
    public string Basis { get; private set; } = "";
    /// <summary>Why it was waived; a code, not a person's words.</summary>
    public string? WaiveReason { get; private set; }
    /// <summary>Who waived it.</summary>
    public string? WaivedBy { get; private set; }
    /// <summary>Real moment at which it must be looked at next, or null when nothing can happen.</summary>
    public DateTimeOffset? WakeAt { get; internal set; }

    internal static Clock Create(
        Guid? exercise, string key, Guid entity, Guid subject, int occurrence, DateTimeOffset from, DateTimeOffset due, DateTimeOffset now,
        int warnPercent, IEnumerable<string> pauseReasons, string basis) => new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            Key = key,
            EntityId = entity,
            Subject = subject,
            Occurrence = occurrence,
            State = from > now ? ClockState.Scheduled : ClockState.Running,
            StartedAt = Micros.Truncate(from),
            DueAt = Micros.Truncate(due),
            WarnAt = Micros.Truncate(from + ((due - from) * (warnPercent / 100.0))),
            PauseReasons = [.. pauseReasons],
            Basis = basis,
        };

    /// <summary>The next moment at which time alone changes it, or null.</summary>
    internal DateTimeOffset? NextMoment => State switch
    {
        ClockState.Scheduled => StartedAt,
        ClockState.Running when WarnedAt is null && WarnAt < DueAt => WarnAt,
        ClockState.Running => DueAt,
        _ => null,
    };

    /// <summary>Lets time pass up to <paramref name="now"/>, one step: start, warning or breach. Null when there is none.</summary>
    internal ClockStep? Pass(DateTimeOffset now)
    {
        if (NextMoment is not { } moment || moment > now) return null;
        if (State == ClockState.Scheduled) return Move(ClockState.Running) is null ? ClockStep.Started : null;
        if (WarnedAt is null && WarnAt < DueAt)
        {
            WarnedAt = WarnAt;
            Version++;
            return ClockStep.Warned;
        }
        BreachedAt = DueAt;
        return Move(ClockState.Breached) is null ? ClockStep.Breached : null;
    }

    /// <summary>The duty was done at <paramref name="at"/>. Late is decided by that moment, not by when it became known.</summary>
    internal Refusal? Stop(DateTimeOffset at)
    {
        if (State is ClockState.Met or ClockState.MetLate) return null;
        if (State == ClockState.Scheduled && Move(ClockState.Running) is { } early) return early;
        if (State == ClockState.Paused && Resume(at) is { } stuck) return stuck;
        if (State == ClockState.Running && at > DueAt)
        {
            BreachedAt = DueAt;
            if (Move(ClockState.Breached) is { } no) return no;
        }
        if (Move(at <= DueAt ? ClockState.Met : ClockState.MetLate) is { } refused) return refused;
        MetAt = at;
        return null;
    }

    internal Refusal? Cancel() => State == ClockState.Cancelled ? null : Move(ClockState.Cancelled);

    internal Refusal? Pause(string reason, DateTimeOffset at)
    {
        if (!PauseReasons.Contains(reason)) return new Refusal("pause-reason", $"{Key} may not pause for this reason; it may for: {string.Join(", ", PauseReasons)}.");
        if (at > DueAt) return new Refusal("pause-too-late", $"{Key} was due before the pause began.");
        if (Move(ClockState.Paused) is { } no) return no;
        (PausedAt, PauseReason) = (at, reason);
        return null;
    }

    /// <summary>Runs on; the due moment moves by exactly the pause.</summary>
    internal Refusal? Resume(DateTimeOffset at)
    {
        if (PausedAt is not { } since) return new Refusal("clock-not-paused", $"{Key} is not paused: it is {State}.");
        if (Move(ClockState.Running) is { } no) return no;
        var pause = at - since;
        DueAt += pause;
        if (WarnedAt is null) WarnAt += pause;
        (PausedAt, PauseReason) = (null, null);
        return null;
    }

    internal Refusal? Waive(string reason, string approver)
    {
        if (Move(ClockState.Waived) is { } no) return no;
        (WaiveReason, WaivedBy) = (reason, approver);
        return null;
    }

    /// <summary>Looks at it at another real moment: the exercise's time changed, or a reaction failed.</summary>
    internal void Reschedule(DateTimeOffset? wake)
    {
        WakeAt = wake;
        Version++;
    }

    internal ClockChanged Changed() => new(Id, Key, EntityId, Occurrence, State, StartedAt, DueAt, WarnedAt, MetAt, BreachedAt);

    private Refusal? Move(ClockState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

internal enum ClockStep { Started, Warned, Breached }
