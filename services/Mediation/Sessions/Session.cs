using Coordination.Mediation.Cases;
using Coordination.Platform;

namespace Coordination.Mediation.Sessions;

/// <summary>States of a session (domain.md C5).</summary>
public enum SessionState
{
    /// <summary>Planned.</summary>
    Scheduled,
    /// <summary>They sit together, or have sat.</summary>
    Held,
    /// <summary>The minutes are written.</summary>
    Minuted,
    /// <summary>The minutes are signed.</summary>
    Signed,
    /// <summary>Put off, or ended because a party took its consent back.</summary>
    Adjourned,
    /// <summary>Someone did not come; nothing follows from it.</summary>
    NoShow,
}

/// <summary>A session of a case. Minutes are sealed text.</summary>
internal sealed class Session
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<SessionState> Life = new(
        (SessionState.Scheduled, [SessionState.Held, SessionState.Adjourned, SessionState.NoShow]),
        (SessionState.Held, [SessionState.Minuted, SessionState.Adjourned]),
        (SessionState.Minuted, [SessionState.Signed]));

    private Session() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public SessionState State { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset? EndedByWithdrawalAt { get; private set; }
    public byte[] Minutes { get; private set; } = [];

    public static (Session?, Refusal?) Schedule(Case @case, ScheduleSession request, DateTimeOffset now)
    {
        if (@case.State is not (CaseState.MediatorAppointed or CaseState.InSession)) return (null, new Refusal("no-mediator", "A session follows the appointment of a mediator."));
        if (request.StartsAt < now || request.EndsAt <= request.StartsAt || request.EndsAt - request.StartsAt > TimeSpan.FromHours(12))
            return (null, Refusal.Invalid("/endsAt", "session-time", "A session starts after now and lasts at most twelve hours."));
        return (new Session
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = @case.ExerciseId,
            CaseId = @case.Id,
            State = SessionState.Scheduled,
            StartsAt = request.StartsAt,
            EndsAt = request.EndsAt,
        }, null);
    }

    public Refusal? Hold() => Move(SessionState.Held);

    public Refusal? Adjourn() => Move(SessionState.Adjourned);

    /// <summary>Someone did not come: it is noted, and no penalty exists.</summary>
    public Refusal? NoteAbsence() => Move(SessionState.NoShow);

    public Refusal? Minute(byte[] minutes)
    {
        if (Move(SessionState.Minuted) is { } no) return no;
        Minutes = minutes;
        return null;
    }

    public Refusal? Sign() => Move(SessionState.Signed);

    /// <summary>A party took its consent back while they sat: the session is over at once.</summary>
    public void EndByWithdrawal(DateTimeOffset at)
    {
        if (Move(SessionState.Adjourned) is null) EndedByWithdrawalAt = at;
    }

    public void DestroyPersonalData()
    {
        Minutes = [];
        Version++;
    }

    private Refusal? Move(SessionState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>A note of a talk with one side alone. Only the mediator who wrote it can read it (caucus secrecy).</summary>
internal sealed class CaucusNote
{
    private CaucusNote() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid SessionId { get; private set; }
    public PartySide Side { get; private set; }
    public string Mediator { get; private set; } = "";
    public byte[] Text { get; private set; } = [];

    public static CaucusNote Of(Session session, PartySide side, string mediator, byte[] text) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = session.ExerciseId,
        CaseId = session.CaseId,
        SessionId = session.Id,
        Side = side,
        Mediator = mediator,
        Text = text,
    };

    public void Destroy() => Text = [];
}
