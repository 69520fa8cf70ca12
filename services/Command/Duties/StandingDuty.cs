using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Duties;

/// <summary>What an agency owes again and again in a jurisdiction: each occurrence is a clock of its own, met by what is done, and the next is owed whether it was met or missed.</summary>
internal sealed class StandingDuty
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<StandingDutyState> Life = new((StandingDutyState.Running, [StandingDutyState.Ended]));

    private StandingDuty() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public StandingDutyState State { get; private set; }
    public StandingDutyKind Kind { get; private set; }
    public string Agency { get; private set; } = "";
    public string Jurisdiction { get; private set; } = "";
    public DateTimeOffset SinceAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Who laid it on the agency: that itself, or a body on duty.</summary>
    public string LaidBy { get; private set; } = "";

    public string ClockKey() => Kind == StandingDutyKind.MonthlyMeeting ? "meeting.monthly" : "training.quarterly";

    /// <summary>Number of the occurrence in whose time something was done, the last that began before it; null when that was before anything was owed.</summary>
    /// <param name="starts">When each occurrence began, the first one first.</param>
    /// <param name="doneAt">When it was done. What was done when an occurrence began is what ended the one before it.</param>
    public static int? OccurrenceAt(IReadOnlyList<DateTimeOffset> starts, DateTimeOffset doneAt)
    {
        for (var i = starts.Count - 1; i > 0; i--)
            if (doneAt > starts[i]) return i;
        return starts.Count > 0 && doneAt >= starts[0] ? 0 : null;
    }

    public static (StandingDuty?, Refusal?) Begin(BeginStandingDuty request, string agency, string by, Guid? exercise, DateTimeOffset at) => Code.Is(agency)
        ? (new() { Id = Guid.CreateVersion7(), ExerciseId = exercise, Kind = request.Kind, Agency = agency, Jurisdiction = request.Jurisdiction, SinceAt = at, LaidBy = by }, null)
        : (null, Code.Refuse("/agency"));

    /// <param name="agency">Who ends it: who laid it, or a body on duty there or above. Who owes it does not release itself from what others laid on it.</param>
    /// <param name="isOnDuty">True when that keeps the duty there or above.</param>
    /// <param name="at">The moment.</param>
    public Refusal? End(string agency, bool isOnDuty, DateTimeOffset at)
    {
        if (agency != LaidBy && (agency == Agency || !isOnDuty))
            return Refusal.Forbidden("no-authority", $"{LaidBy} laid this duty on {Agency}: it ends it, or another body on duty in {Jurisdiction} or above.");
        if (Life.Refuse(State, StandingDutyState.Ended) is { } no) return no;
        (State, EndedAt, Version) = (StandingDutyState.Ended, at, Version + 1);
        return null;
    }
}
