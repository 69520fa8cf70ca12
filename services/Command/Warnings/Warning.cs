using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Warnings;

/// <summary>A warning (预警) with the content that 突发事件应对法 Art. 64 asks for. Only an authorised body makes one; public safety has none (Art. 63).</summary>
internal sealed class Warning
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<WarningState> Life = new(
        (WarningState.Proposed, [WarningState.Approved, WarningState.Rejected]),
        (WarningState.Approved, [WarningState.InForce]),
        (WarningState.InForce, [WarningState.Adjusted, WarningState.Lifted, WarningState.Expired]),
        (WarningState.Adjusted, [WarningState.InForce, WarningState.Adjusted, WarningState.Lifted]));

    /// <summary>How long what an indicator proposes lasts, until somebody says otherwise: our default.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(24);

    private Warning() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public WarningState State { get; private set; }
    public Guid? IncidentId { get; private set; }
    public Guid? IndicatorId { get; private set; }
    public EventKind Kind { get; private set; }
    public IncidentCategory Category { get; private set; }
    public string? EventCode { get; private set; }
    public WarningLevel Level { get; private set; }
    public string Jurisdiction { get; private set; } = "";
    public List<string> Areas { get; private set; } = [];
    /// <summary>Caution items and measures, in words; stay in this service.</summary>
    public string Cautions { get; private set; } = "";
    public string Measures { get; private set; } = "";
    public string ProposedBy { get; private set; } = "";
    public string? IssuerAgency { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? IssuedAt { get; private set; }
    public List<string> NotifiedNeighbours { get; private set; } = [];
    /// <summary>When its indicator was seen at this level; null where a person proposed it.</summary>
    public DateTimeOffset? IndicatedAt { get; private set; }
    /// <summary>Why it was rejected, in words; stays in this service. Null where nobody said.</summary>
    public string? Reason { get; private set; }

    public static (Warning?, Refusal?) Propose(ProposeWarning request, string agency, Guid? exercise, DateTimeOffset now)
    {
        var category = EventCodes.CategoryOf(request.Kind);
        if (category == IncidentCategory.PublicSafety) return (null, Refusal.Invalid("/kind", "no-warning-colour", "Public-safety events carry no warning colour (突发事件应对法 Art. 63)."));
        if (request.EventCode is { } code && (!EventCodes.Kinds.TryGetValue(code, out var kind) || kind != request.Kind))
            return (null, Refusal.Invalid("/eventCode", "event-code", "Must be a code of the closed list that fits the kind."));
        if (RefuseEnd(request.ExpiresAt, request.StartsAt, now) is { } early) return (null, early);
        return (new Warning
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            State = WarningState.Proposed,
            IncidentId = request.IncidentId,
            IndicatorId = request.IndicatorId,
            Kind = request.Kind,
            Category = category,
            EventCode = request.EventCode,
            Level = request.Level,
            Jurisdiction = request.Jurisdiction,
            Areas = [.. request.Areas],
            Cautions = request.Cautions,
            Measures = request.Measures,
            ProposedBy = agency,
            StartsAt = request.StartsAt,
            ExpiresAt = request.ExpiresAt,
        }, null);
    }

    /// <summary>
    /// An indicator reached a colour (Art. 63): whoever knows the place writes its content before it is approved. Null where a warning cannot be: public
    /// safety has none.
    /// </summary>
    public static Warning? Indicated(IndicatorLevelChanged e, WarningLevel level, string jurisdiction, Guid? exercise, DateTimeOffset now)
    {
        var (warning, _) = Propose(
            new(e.EventKind, level, jurisdiction, [e.AreaCode], "", "", now, now + Lasting, e.EventCode, IndicatorId: e.IndicatorId), e.OwnerAgency, exercise, now);
        if (warning is not null) warning.IndicatedAt = e.ChangedAt;
        return warning;
    }

    /// <summary>
    /// While nobody has decided, it has the colour that its indicator shows; one whose time is over begins anew, and its content is written anew. False where it
    /// stays as it is.
    /// </summary>
    public bool Follow(WarningLevel level, DateTimeOffset seen, DateTimeOffset now)
    {
        var isOver = now >= ExpiresAt;
        if (State != WarningState.Proposed || IndicatedAt is null || (level == Level && !isOver)) return false;
        if (isOver) (Cautions, Measures, StartsAt, ExpiresAt) = ("", "", now, now + Lasting);
        (Level, IndicatedAt, Version) = (level, seen, Version + 1);
        return true;
    }

    /// <summary>Writes its content until it is decided on (Art. 64).</summary>
    public Refusal? Amend(AmendWarning content, DateTimeOffset at)
    {
        if (State != WarningState.Proposed) return new Refusal("already-decided", "It is decided on: it is adjusted or lifted instead.");
        if (RefuseEnd(content.ExpiresAt, content.StartsAt, at) is { } early) return early;
        (Areas, Cautions, Measures, StartsAt, ExpiresAt, Version) = ([.. content.Areas], content.Cautions, content.Measures, content.StartsAt, content.ExpiresAt, Version + 1);
        return null;
    }

    /// <summary>Where its clocks run.</summary>
    public ClockScope Scope() => new(Jurisdiction, $"{Category}", Level: $"{Level}");

    /// <param name="agency">Who approves it.</param>
    /// <param name="at">Now.</param>
    /// <param name="ofIndicator">The other warnings of its indicator: what one of them warns of already is adjusted, not warned of twice.</param>
    public Refusal? Approve(string agency, DateTimeOffset at, params IEnumerable<Warning> ofIndicator)
    {
        if (State == WarningState.Proposed && (Cautions.Length == 0 || Measures.Length == 0))
            return new Refusal("content-missing", "A warning says what to beware of and what to do (突发事件应对法 Art. 64): amend it first.");
        if (State == WarningState.Proposed && at >= ExpiresAt) return new Refusal("already-expired", "Its time is over: amend it first, or reject it.");
        if (State == WarningState.Proposed && RefuseTwice(at, ofIndicator) is { } twice) return twice;
        if (Move(WarningState.Approved) is { } no) return no;
        IssuerAgency = agency;
        return null;
    }

    public Refusal? Reject(string? reason)
    {
        if (Move(WarningState.Rejected) is { } no) return no;
        Reason = reason;
        return null;
    }

    /// <summary>The same is said once at a time; what begins when the other ends goes on with it.</summary>
    private Refusal? RefuseTwice(DateTimeOffset at, IEnumerable<Warning> ofIndicator) =>
        ofIndicator.FirstOrDefault(w => w.Id != Id && w.State == WarningState.InForce && (w.Level, w.Jurisdiction) == (Level, Jurisdiction) && (StartsAt > at ? StartsAt : at) < w.ExpiresAt) is { } same
            ? new Refusal("already-warned", $"Warning {same.Id} of its indicator is in force with this level here until then: adjust or lift that one, or begin when it ends.") : null;

    /// <param name="at">Now.</param>
    /// <param name="ofIndicator">As for its approval: another may have gone into force, or reached its level, since then.</param>
    public Refusal? PutInForce(DateTimeOffset at, params IEnumerable<Warning> ofIndicator)
    {
        if (State is WarningState.Approved or WarningState.Adjusted && RefuseTwice(at, ofIndicator) is { } twice) return twice;
        if (Move(WarningState.InForce) is { } no) return no;
        IssuedAt ??= at;
        return null;
    }

    /// <summary>A new level (Art. 70); it is in force again only after <see cref="PutInForce"/>, and until then may be adjusted once more or lifted.</summary>
    public Refusal? Adjust(WarningLevel to, DateTimeOffset expiresAt, DateTimeOffset at)
    {
        if (to == Level && (State == WarningState.InForce || expiresAt == ExpiresAt)) return Refusal.Invalid("/level", "same-level", "The warning has this level.");
        if (RefuseEnd(expiresAt, StartsAt, at) is { } early) return early;
        if (Move(WarningState.Adjusted) is { } no) return no;
        (Level, ExpiresAt) = (to, expiresAt);
        return null;
    }

    public Refusal? Lift() => Move(WarningState.Lifted);

    /// <summary>It ran out: someone looked and says so. Before its end it is lifted instead.</summary>
    public Refusal? Expire(DateTimeOffset at) =>
        State == WarningState.InForce && at < ExpiresAt ? new Refusal("not-expired", "It runs on; lift it instead.") : Move(WarningState.Expired);

    public Refusal? NotifyNeighbour(string jurisdiction)
    {
        if (State != WarningState.InForce) return new Refusal("not-in-force", "Neighbours are told of warnings in force.");
        if (NotifiedNeighbours.Contains(jurisdiction)) return null;
        NotifiedNeighbours = [.. NotifiedNeighbours, jurisdiction];
        Version++;
        return null;
    }

    private static Refusal? RefuseEnd(DateTimeOffset end, DateTimeOffset start, DateTimeOffset now) =>
        end <= start || end <= now ? Refusal.Invalid("/expiresAt", "expiry", "A warning ends after it starts, and after now.") : null;

    private Refusal? Move(WarningState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
