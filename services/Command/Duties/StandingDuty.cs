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

    public string ClockKey() => Kind == StandingDutyKind.MonthlyMeeting ? "meeting.monthly" : "training.quarterly";

    public static (StandingDuty?, Refusal?) Begin(BeginStandingDuty request, string agency, Guid? exercise, DateTimeOffset at) => Code.Is(agency)
        ? (new() { Id = Guid.CreateVersion7(), ExerciseId = exercise, Kind = request.Kind, Agency = agency, Jurisdiction = request.Jurisdiction, SinceAt = at }, null)
        : (null, Code.Refuse("/agency"));

    public Refusal? End(DateTimeOffset at)
    {
        if (Life.Refuse(State, StandingDutyState.Ended) is { } no) return no;
        (State, EndedAt, Version) = (StandingDutyState.Ended, at, Version + 1);
        return null;
    }
}
