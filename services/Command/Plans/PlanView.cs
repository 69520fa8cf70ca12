using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Plans;

/// <summary>A plan and which of its versions is newest and in force.</summary>
public sealed record PlanView(
    Guid Id, int Version, Guid? ExerciseId, string Name, PlanKind Kind, PlanTier Tier, DrillDuty DrillDuty, string Jurisdiction, string OwnerAgency,
    Guid? ParentPlanId, int NewestNumber, Guid NewestVersionId, Guid? InForceVersionId, Guid? EventNoticeId, EventReview? EventReview) : IVersioned
{
    internal static PlanView Of(Plan p) => new(
        p.Id, p.Version, p.ExerciseId, p.Name, p.Kind, p.Tier, p.DrillDuty, p.Jurisdiction, p.OwnerAgency, p.ParentPlanId, p.NewestNumber,
        p.NewestVersionId, p.InForceVersionId, p.EventNoticeId, p.EventReview);
}

/// <summary>One version of a plan.</summary>
public sealed record PlanVersionView(
    Guid Id, int Version, Guid? ExerciseId, Guid PlanId, int Number, PlanVersionState State, PlanContent Content, RevisionTrigger? Trigger,
    IReadOnlyList<PlanLesson> Lessons, IReadOnlyList<string> Consulted, DateTimeOffset? IssuedAt, DateTimeOffset? FiledAt,
    DateTimeOffset? InForceAt) : IVersioned
{
    internal static PlanVersionView Of(PlanVersion v) => new(
        v.Id, v.Version, v.ExerciseId, v.PlanId, v.Number, v.State, v.Content, v.Trigger, v.Lessons, v.Consulted, v.IssuedAt, v.FiledAt, v.InForceAt);
}

/// <summary>What the region is told of a plan: no text.</summary>
internal static class PlanEvents
{
    public static PlanVersionChanged Changed(this PlanVersion v, Plan plan, DateTimeOffset at) =>
        new(plan.Id, v.Id, v.Number, plan.Kind, plan.Tier, plan.Jurisdiction, v.State, [.. v.Lessons], at);
}
