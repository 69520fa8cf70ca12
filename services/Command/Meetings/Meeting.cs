using Coordination.Command.Notices;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Meetings;

/// <summary>A meeting of agencies 联席会议、会商, of a jurisdiction or on an incident: who called it and who is invited read it, and nobody else.</summary>
internal sealed class Meeting
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<MeetingState> Life = new(
        (MeetingState.Called, [MeetingState.Held, MeetingState.Cancelled]),
        (MeetingState.Held, [MeetingState.Minuted]),
        (MeetingState.Minuted, [MeetingState.Closed]));

    private Meeting() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public MeetingState State { get; private set; }
    public MeetingKind Kind { get; private set; }
    public string Jurisdiction { get; private set; } = "";
    /// <summary>The incident that it is about, or null.</summary>
    public Guid? IncidentId { get; private set; }
    /// <summary>What it is about, in words; stays in this service, as agenda and conclusions do.</summary>
    public string Matter { get; private set; } = "";
    public List<string> Agenda { get; private set; } = [];
    public string CalledBy { get; private set; } = "";
    /// <summary>Who is invited: agencies, never persons.</summary>
    public List<string> Agencies { get; private set; } = [];
    /// <summary>Which of them came.</summary>
    public List<string> Attended { get; private set; } = [];
    public List<string> Conclusions { get; private set; } = [];
    public DateTimeOffset CalledAt { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }
    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; private set; }
    /// <summary>Who reads it: the caller and the invited.</summary>
    public string Audience { get; private set; } = "";

    public static (Meeting?, Refusal?) Call(CallMeeting request, string jurisdiction, Guid? exercise, string agency, DateTimeOffset now)
    {
        List<string> invited = [.. request.Agencies.Distinct(StringComparer.Ordinal)];
        if (invited.Any(a => !Code.Is(a))) return (null, Code.Refuse("/agencies"));
        if (invited.Contains(agency)) return (null, Refusal.Invalid("/agencies", "own-agency", "Who calls a meeting does not invite itself."));
        if (request.StartsAt < now - NotInFutureAttribute.Grace) return (null, Refusal.Invalid("/startsAt", "in-past", "A meeting is called before it starts."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            Kind = request.Kind,
            Jurisdiction = jurisdiction,
            IncidentId = request.IncidentId,
            Matter = request.Matter,
            Agenda = [.. request.Agenda],
            CalledBy = agency,
            Agencies = invited,
            CalledAt = now,
            StartsAt = request.StartsAt,
            Audience = Addressed.Of([agency, .. invited]),
        }, null);
    }

    /// <summary>It took place: when, and who of the invited came. Without another agency it was no meeting of agencies.</summary>
    /// <param name="agency">Who says so: who called it, or one of the invited that leads.</param>
    /// <param name="attended">Who of the invited came.</param>
    /// <param name="at">When it was held.</param>
    /// <param name="leads">True when that leads its incident, or keeps the duty in its jurisdiction or above.</param>
    public Refusal? Hold(string agency, IReadOnlyList<string> attended, DateTimeOffset at, bool leads = false)
    {
        if ((NotTheirs(agency, leads) ?? Life.Refuse(State, MeetingState.Held)) is { } no) return no;
        if (at < CalledAt) return Refusal.Invalid("/heldAt", "before-called", "A meeting is held after it was called.");
        if (attended.Count == 0 || attended.Any(a => !Agencies.Contains(a))) return Refusal.Invalid("/attended", "not-invited", "Name those of the invited agencies that came, at least one.");
        (Attended, HeldAt) = ([.. attended.Distinct(StringComparer.Ordinal)], at);
        return Move(MeetingState.Held);
    }

    public Refusal? Minute(string agency, IReadOnlyList<string> conclusions, bool leads = false)
    {
        if ((NotTheirs(agency, leads) ?? Life.Refuse(State, MeetingState.Minuted)) is { } no) return no;
        Conclusions = [.. conclusions];
        return Move(MeetingState.Minuted);
    }

    /// <param name="agency">Who closes it.</param>
    /// <param name="unsettled">Actions that are neither verified nor dropped.</param>
    /// <param name="leads">True when that leads its incident, or keeps the duty in its jurisdiction or above.</param>
    public Refusal? Close(string agency, int unsettled, bool leads = false)
    {
        if ((NotTheirs(agency, leads) ?? Life.Refuse(State, MeetingState.Closed)) is { } no) return no;
        return unsettled > 0 ? new Refusal("meeting-actions-open", $"{unsettled} actions are open: have them verified or drop them first.") : Move(MeetingState.Closed);
    }

    public Refusal? Cancel(string agency, string reason)
    {
        if ((NotTheirs(agency) ?? Life.Refuse(State, MeetingState.Cancelled)) is { } no) return no;
        Reason = reason;
        return Move(MeetingState.Cancelled);
    }

    /// <summary>Null for who keeps its record: who called it, and one of the invited that leads.</summary>
    public Refusal? NotTheirs(string agency, bool leads = false) => agency == CalledBy || (leads && Agencies.Contains(agency)) ? null : Refusal.Forbidden("not-the-caller", $"{CalledBy} called this meeting, and keeps its record.");

    private Refusal? Move(MeetingState to)
    {
        (State, Version) = (to, Version + 1);
        return null;
    }
}
