using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>A shift of a duty roster. It ends with a handover note, and only the next shift closes it.</summary>
internal sealed class DutyShift
{
    public static readonly Lifecycle<ShiftState> Life = new(
        (ShiftState.Planned, [ShiftState.Confirmed, ShiftState.Uncovered]),
        (ShiftState.Confirmed, [ShiftState.OnDuty, ShiftState.Uncovered]),
        (ShiftState.OnDuty, [ShiftState.HandedOver]),
        (ShiftState.HandedOver, [ShiftState.Closed]));

    private DutyShift() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ShiftState State { get; private set; }
    public Guid RosterId { get; private set; }
    public string Agency { get; private set; } = "";
    public Guid? Replaces { get; private set; }
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public DateTimeOffset? TakenAt { get; private set; }
    public DateTimeOffset? HandedOverAt { get; private set; }
    public HandoverNote? Note { get; private set; }

    /// <summary>True while somebody keeps the watch in it, or is expected to: one that has handed over stays until its end, because only the next shift closes it.</summary>
    public bool IsWatch => State is ShiftState.Planned or ShiftState.Confirmed or ShiftState.OnDuty or ShiftState.HandedOver;

    /// <summary>Its start, or earlier when it was taken earlier.</summary>
    public DateTimeOffset CoversFrom => TakenAt < From ? TakenAt.Value : From;

    /// <summary>True when somebody is at the desk, by what was said.</summary>
    public bool IsKeptAt(DateTimeOffset at) => State is ShiftState.OnDuty or ShiftState.HandedOver && CoversFrom <= at && at < Until;

    public static DutyShift Plan(Guid id, DutyRoster roster, ShiftTime time) =>
        new() { Id = id, ExerciseId = roster.ExerciseId, RosterId = roster.Id, Agency = roster.Agency, From = time.From, Until = time.Until };

    /// <summary>A stand-in for a shift that nobody confirmed or took, from now to its end.</summary>
    public (DutyShift?, Refusal?) Cover(Guid id, DateTimeOffset at)
    {
        if (State != ShiftState.Uncovered) return (null, new Refusal("shift-covered", "Only an uncovered shift needs a stand-in."));
        if (at >= Until) return (null, new Refusal("shift-over", "The shift is over; nobody can cover it any more."));
        return (new() { Id = id, ExerciseId = ExerciseId, RosterId = RosterId, Agency = Agency, Replaces = Id, From = at, Until = Until, State = ShiftState.Confirmed }, null);
    }

    public Refusal? Confirm(string agency) => Stranger(agency) ?? Move(ShiftState.Confirmed);

    /// <summary>It began, and nobody had confirmed it; or who confirmed did not come.</summary>
    public Refusal? LeaveUncovered() => Move(ShiftState.Uncovered);

    public Refusal? TakeDuty(string agency, DateTimeOffset at)
    {
        if (Stranger(agency) is { } stranger) return stranger;
        if (at < From - TimeSpan.FromHours(1)) return new Refusal("too-early", "A shift is taken at most one hour before it begins.");
        if (Move(ShiftState.OnDuty) is { } no) return no;
        TakenAt = at;
        return null;
    }

    /// <summary>Hands over with a note; without one the watch does not pass.</summary>
    public Refusal? HandOver(string agency, HandoverNote note, DateTimeOffset at)
    {
        if (Stranger(agency) is { } stranger) return stranger;
        if (Move(ShiftState.HandedOver) is { } no) return no;
        (Note, HandedOverAt) = (note, at);
        return null;
    }

    /// <summary>The next shift is on duty and has read the note.</summary>
    public Refusal? Close(DutyShift next)
    {
        if (next.RosterId != RosterId || next.State != ShiftState.OnDuty)
            return new Refusal("nobody-took-over", "A shift closes when the next one of its roster is on duty.");
        return Move(ShiftState.Closed);
    }

    private Refusal? Stranger(string agency) => agency == Agency ? null : Refusal.Forbidden("not-own-watch", "An agency keeps its own watch.");

    private Refusal? Move(ShiftState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>What a shift hands over: its words, and what the region counts at that moment.</summary>
/// <param name="Text">What the next shift must know.</param>
/// <param name="OpenIncidents">Incidents that are open.</param>
/// <param name="RunningClocks">Duties that are running.</param>
public sealed record HandoverNote(string Text, IReadOnlyList<Guid> OpenIncidents, IReadOnlyList<Guid> RunningClocks);
