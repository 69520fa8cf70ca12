using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Activations;

/// <summary>A plan put to use for an incident.</summary>
public sealed record ActivationView(
    Guid Id, int Version, Guid? ExerciseId, ActivationState State, Guid IncidentId, Guid PlanId, Guid PlanVersionId, int PlanNumber, string Agency,
    string? AuthorisedBy, IReadOnlyList<ChecklistTask> Tasks, DateTimeOffset ProposedAt, DateTimeOffset? ActiveAt, DateTimeOffset? EndedAt,
    IReadOnlyList<UnplacedItem> Unplaced) : IVersioned
{
    internal static ActivationView Of(Activation a) => new(
        a.Id, a.Version, a.ExerciseId, a.State, a.IncidentId, a.PlanId, a.PlanVersionId, a.PlanNumber, a.Agency, a.AuthorisedBy, a.Tasks,
        a.ProposedAt, a.ActiveAt, a.EndedAt, a.Unplaced ?? []);
}

/// <summary>What the region is told of an activation.</summary>
internal static class ActivationEvents
{
    public static ActivationChanged Changed(this Activation a, IReadOnlyList<ChecklistTask> made, DateTimeOffset at, IReadOnlyList<UnplacedItem>? unplaced = null) =>
        new(a.Id, a.IncidentId, a.PlanId, a.PlanVersionId, a.PlanNumber, a.Agency, a.State, made, at, unplaced);
}
