namespace Coordination.Platform;

/// <summary>The call at hand: who, when and in which exercise. One per request, event or clock firing.</summary>
public sealed class Call
{
    private HashSet<Seen>? seen;
    private int? expected;

    /// <summary>Who calls. The service itself for event handlers and clock reactions.</summary>
    public Caller Caller { get; private set; } = Caller.Anonymous;

    /// <summary>The exercise the call belongs to, or null for the real thing.</summary>
    public Guid? Exercise { get; private set; }

    /// <summary>The moment of the call: exercise time in an exercise, real time otherwise. UTC, whole microseconds.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Real time of the call, whatever the exercise. UTC, whole microseconds.</summary>
    public DateTimeOffset RealNow { get; private set; }

    /// <summary>True for a call that changes nothing.</summary>
    internal bool IsReading { get; set; }

    /// <summary>What was read for the call of what agencies keep.</summary>
    internal IReadOnlyCollection<Seen> Seen => seen ?? (IReadOnlyCollection<Seen>)[];

    internal void See(Seen what) => (seen ??= []).Add(what);

    /// <summary>The caller's own word on who it is, for a question that is asked in its name.</summary>
    internal string? Authorization { get; set; }

    /// <summary>The certificate that the caller's connection showed, for the same.</summary>
    internal string? Certificate { get; set; }

    /// <summary>Null when the caller decided on the newest version (<c>If-Match</c>); otherwise a 412 refusal.</summary>
    public Refusal? Stale(int version) => expected is { } e && e != version
        ? new Refusal("stale-version", $"You decided on version {e}; the newest is {version}. Read it again, then decide.", null, 412)
        : null;

    /// <summary>Takes the time again: the call waited for its turn.</summary>
    internal void Refresh(ExerciseTimes times, TimeProvider time)
    {
        RealNow = Micros.Truncate(time.GetUtcNow());
        Now = Micros.Truncate(times.Now(Exercise, RealNow));
    }

    internal void Begin(Caller caller, Guid? exercise, DateTimeOffset now, DateTimeOffset realNow, int? expectedVersion = null)
    {
        Caller = caller;
        Exercise = exercise;
        Now = Micros.Truncate(now);
        RealNow = Micros.Truncate(realNow);
        expected = expectedVersion;
    }
}
