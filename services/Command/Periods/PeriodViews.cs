using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Periods;

/// <summary>An operational period.</summary>
public sealed record OperationalPeriodView(
    Guid Id, int Version, OperationalPeriodState State, Guid IncidentId, int Number, DateTimeOffset From, DateTimeOffset To, string PlannedBy, DateTimeOffset PlannedAt,
    string? ApprovedBy, DateTimeOffset? ApprovedAt, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt, string? Reason, bool IsExercise) : IVersioned
{
    internal static OperationalPeriodView Of(OperationalPeriod p) => new(
        p.Id, p.Version, p.State, p.IncidentId, p.Number, p.From, p.To, p.PlannedBy, p.PlannedAt, p.ApprovedBy, p.ApprovedAt, p.BegunAt, p.EndedAt, p.Reason, p.ExerciseId is not null);
}

/// <summary>A version of the incident action plan of a period.</summary>
/// <param name="Content">What was written.</param>
/// <param name="Objectives">All objectives, numbered, as they were when it was approved; empty until then.</param>
public sealed record ActionPlanView(
    Guid Id, int Version, ActionPlanState State, Guid IncidentId, Guid OperationalPeriodId, int Number, WriteActionPlan Content, IReadOnlyList<PlannedObjective> Objectives,
    string DraftedBy, DateTimeOffset DraftedAt, string? ApprovedBy, DateTimeOffset? ApprovedAt, string? Reason, bool IsExercise) : IVersioned
{
    internal static ActionPlanView Of(ActionPlan p) => new(
        p.Id, p.Version, p.State, p.IncidentId, p.OperationalPeriodId, p.Number, p.Content, p.Objectives, p.DraftedBy, p.DraftedAt, p.ApprovedBy, p.ApprovedAt, p.Reason,
        p.ExerciseId is not null);
}

/// <summary>An objective of an incident.</summary>
public sealed record ObjectiveView(
    Guid Id, int Version, ObjectiveState State, Guid IncidentId, int Number, ObjectivePriority Priority, string Text, string? Tactic, int SetInPeriod, string SetBy,
    DateTimeOffset SetAt, string? EndedBy, DateTimeOffset? EndedAt, string? Reason, bool IsExercise) : IVersioned
{
    internal static ObjectiveView Of(Objective o) => new(
        o.Id, o.Version, o.State, o.IncidentId, o.Number, o.Priority, o.Text, o.Tactic, o.SetInPeriod, o.SetBy, o.SetAt, o.EndedBy, o.EndedAt, o.Reason, o.ExerciseId is not null);
}
