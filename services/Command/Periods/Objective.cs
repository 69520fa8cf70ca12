using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Periods;

/// <summary>What a response is to reach (ICS 202). It is set by the approval of a plan, is carried into every next one while it is open, and its words never change: drop it and set another.</summary>
internal sealed class Objective
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ObjectiveState> Life = new((ObjectiveState.Open, [ObjectiveState.Met, ObjectiveState.Dropped]));

    private Objective() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ObjectiveState State { get; private set; }
    public Guid IncidentId { get; private set; }
    /// <summary>From 1 in an incident.</summary>
    public int Number { get; private set; }
    public ObjectivePriority Priority { get; private set; }
    /// <summary>In words; stays in this service, as its tactic does.</summary>
    public string Text { get; private set; } = "";
    public string? Tactic { get; private set; }
    /// <summary>Number of the period in whose plan it was set.</summary>
    public int SetInPeriod { get; private set; }
    public string SetBy { get; private set; } = "";
    public DateTimeOffset SetAt { get; private set; }
    /// <summary>Who said that it was met or dropped.</summary>
    public string? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Why it was dropped, in words; null where the incident was merged or unfounded.</summary>
    public string? Reason { get; private set; }

    /// <summary>Ids for objectives that are set together, in the order of their numbers: they are listed by id.</summary>
    public static IReadOnlyList<Guid> Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).Order()];

    public static Objective Set(Guid id, OperationalPeriod period, PlannedObjective objective, string agency, DateTimeOffset at) => new()
    {
        Id = id,
        ExerciseId = period.ExerciseId,
        IncidentId = period.IncidentId,
        Number = objective.Number,
        Priority = objective.Priority,
        Text = objective.Text,
        Tactic = objective.Tactic,
        SetInPeriod = period.Number,
        SetBy = agency,
        SetAt = at,
    };

    public Refusal? Meet(string agency, DateTimeOffset at) => End(ObjectiveState.Met, agency, at, null);

    public Refusal? Drop(string? reason, string agency, DateTimeOffset at) => End(ObjectiveState.Dropped, agency, at, reason);

    private Refusal? End(ObjectiveState to, string agency, DateTimeOffset at, string? reason)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, EndedBy, EndedAt, Reason, Version) = (to, agency, at, reason, Version + 1);
        return null;
    }
}
