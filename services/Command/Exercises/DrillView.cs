using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Exercises;

/// <summary>A drill with its injects and findings.</summary>
public sealed record DrillView(
    Guid Id, int Version, Guid? ExerciseId, DrillState State, Guid PlanId, Guid PlanVersionId, Guid? ParentDrillId, DrillForm Form, DrillScope Scope,
    Guid? PlayedIn, Guid? AbortedFor, IReadOnlyList<Inject> Injects, IReadOnlyList<DrillFinding> Findings) : IVersioned
{
    internal static DrillView Of(Drill d) => new(
        d.Id, d.Version, d.ExerciseId, d.State, d.PlanId, d.PlanVersionId, d.ParentDrillId, d.Form, d.Scope, d.PlayedIn, d.AbortedFor, d.Injects,
        d.Findings);
}

/// <summary>What the region is told of a drill: no text.</summary>
internal static class DrillEvents
{
    public static DrillChanged Changed(this Drill d, DateTimeOffset at) =>
        new(d.Id, d.PlanId, d.PlanVersionId, d.Form, d.Scope, d.PlayedIn, d.State, d.Injects.Count, d.AsExpected, at);
}
