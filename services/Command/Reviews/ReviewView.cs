using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Reviews;

/// <summary>An after-action review.</summary>
public sealed record ReviewView(
    Guid Id, int Version, Guid? ExerciseId, ReviewState State, Guid IncidentId, IReadOnlyList<Contribution> Contributions, string? Findings,
    IReadOnlyList<Contribution> Comments, IReadOnlyList<ReviewAction> Actions, DateTimeOffset OpenedAt, DateTimeOffset? DraftedAt,
    DateTimeOffset? AdoptedAt) : IVersioned
{
    internal static ReviewView Of(AfterActionReview r) => new(
        r.Id, r.Version, r.ExerciseId, r.State, r.IncidentId, r.Contributions, r.Findings, r.Comments, r.Actions, r.OpenedAt, r.DraftedAt, r.AdoptedAt);
}

/// <summary>What the region is told of a review: no text.</summary>
internal static class ReviewEvents
{
    public static ReviewChanged Changed(this AfterActionReview r, DateTimeOffset at) => new(r.Id, r.IncidentId, r.State, r.Actions.Count, r.Linked, at);
}
