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

/// <summary>A session of a case: only parties that agreed sit in it, and it ends the moment one of them no longer does. Minutes are sealed text.</summary>
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
    public SessionKind Kind { get; private set; }
    public List<Guid> PartyIds { get; private set; } = [];
    public List<SittingBody> Bodies { get; private set; } = [];
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }
    public DateTimeOffset? EndedByWithdrawalAt { get; private set; }
    public List<Guid> SignedBy { get; private set; } = [];
    public byte[] Minutes { get; private set; } = [];

    public static (Session?, Refusal?) Schedule(Case @case, ScheduleSession request, IReadOnlyCollection<Party> parties, DateTimeOffset now)
    {
        if (@case.State is not (CaseState.MediatorAppointed or CaseState.InSession)) return (null, new Refusal("no-mediator", "A session follows the appointment of a mediator."));
        if (request.StartsAt < now || request.EndsAt <= request.StartsAt || request.EndsAt - request.StartsAt > TimeSpan.FromHours(12))
            return (null, Refusal.Invalid("/endsAt", "session-time", "A session starts after now and lasts at most twelve hours."));
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = @case.ExerciseId,
            CaseId = @case.Id,
            State = SessionState.Scheduled,
            Kind = request.Kind,
            PartyIds = [.. request.PartyIds?.Distinct() ?? parties.Where(p => p.Consent == PartyConsent.Given).Select(p => p.Id)],
            Bodies = [.. (request.Bodies ?? []).Distinct()],
            StartsAt = request.StartsAt,
            EndsAt = request.EndsAt,
        };
        return session.Seats(parties) is { } refusal ? (null, refusal) : (session, null);
    }

    /// <summary>They sit down: with a mediator whom both sides accepted, and only those who agree.</summary>
    public Refusal? Hold(IReadOnlyCollection<Party> parties, bool hasMediator, DateTimeOffset at)
    {
        if (!hasMediator) return new Refusal("no-mediator", "No accepted mediator is left; the parties choose another first.");
        if (Seats(parties) is { } refusal) return refusal;
        if (Move(SessionState.Held) is { } no) return no;
        HeldAt = at;
        return null;
    }

    public Refusal? Adjourn() => Move(SessionState.Adjourned);

    /// <summary>Someone did not come: it is noted, and no penalty exists.</summary>
    public Refusal? NoteAbsence() => Move(SessionState.NoShow);

    public Refusal? Minute(byte[] minutes)
    {
        if (Move(SessionState.Minuted) is { } no) return no;
        Minutes = minutes;
        return null;
    }

    /// <summary>Those who sat sign the minutes. They stay unsigned as long as one does not; nobody is made to.</summary>
    public Refusal? Sign(IReadOnlyList<Guid> signing)
    {
        if (Life.Refuse(State, SessionState.Signed) is { } no) return no;
        if (signing.Any(s => !PartyIds.Contains(s))) return Refusal.Invalid("/partyIds", "party", "Only parties that sat in the session sign.");
        SignedBy = [.. SignedBy.Union(signing)];
        if (PartyIds.TrueForAll(SignedBy.Contains)) return Move(SessionState.Signed);
        Version++;
        return null;
    }

    /// <summary>A party takes its consent back: a session it sits in is over at once; it is taken off one that is planned.</summary>
    public void Leave(Guid party, IReadOnlyCollection<Party> parties, DateTimeOffset at)
    {
        if (!PartyIds.Contains(party)) return;
        if (State == SessionState.Held && Move(SessionState.Adjourned) is null) EndedByWithdrawalAt = at;
        if (State != SessionState.Scheduled) return;
        PartyIds = [.. PartyIds.Where(p => p != party)];
        if (Seats(parties) is null) Version++;
        else if (Move(SessionState.Adjourned) is null) EndedByWithdrawalAt = at;
    }

    /// <summary>The case has ended: nobody sits any more.</summary>
    public void EndWithCase(DateTimeOffset at)
    {
        if (State is SessionState.Scheduled or SessionState.Held && Move(SessionState.Adjourned) is null) EndedByWithdrawalAt ??= at;
    }

    public void DestroyWords()
    {
        Minutes = [];
        Version++;
    }

    /// <summary>Nobody sits in a session without their consent.</summary>
    private Refusal? Seats(IReadOnlyCollection<Party> parties)
    {
        var sitting = parties.Where(p => PartyIds.Contains(p.Id)).ToList();
        if (sitting.Count != PartyIds.Count || sitting.Count == 0) return Refusal.Invalid("/partyIds", "party", "Must be parties of the case.");
        if (sitting.Exists(p => p.Consent != PartyConsent.Given)) return new Refusal("consent-missing", "Every party in a session must have agreed to mediation.");
        var sides = sitting.Select(p => p.Side).Distinct().Count();
        return Kind == SessionKind.Joint && sides < 2 ? new Refusal("both-sides", "In a joint session both sides sit.")
            : Kind == SessionKind.Caucus && sides > 1 ? new Refusal("one-side", "In a caucus one side sits alone with the mediator.")
            : null;
    }

    private Refusal? Move(SessionState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
