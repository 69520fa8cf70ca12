using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Recovery;

/// <summary>An entry of the loss ledger.</summary>
public sealed record LossEntryView(
    Guid Id, Guid IncidentId, IReadOnlyList<LossFigure> Figures, string Currency, string EnteredBy, string Source, DateTimeOffset AssessedAt, DateTimeOffset RecordedAt,
    Guid? Corrects, string? Reason)
{
    internal static LossEntryView Of(LossEntry e) =>
        new(e.Id, e.IncidentId, e.Figures, e.Currency, e.EnteredBy, e.Source, e.AssessedAt, e.RecordedAt, e.Corrects, e.Reason);
}

/// <summary>What the loss ledger of an incident comes to.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Items">One for each sector and currency.</param>
public sealed record LossTallies(Guid IncidentId, IReadOnlyList<LossTally> Items);

/// <summary>A version of an incident's recovery plan.</summary>
public sealed record RecoveryPlanView(
    Guid Id, int Version, RecoveryPlanState State, Guid IncidentId, int Number, string Goals, IReadOnlyList<string> Measures, string DraftedBy, DateTimeOffset DraftedAt,
    string? AdoptedBy, DateTimeOffset? AdoptedAt, string? Reason, bool IsExercise) : IVersioned
{
    internal static RecoveryPlanView Of(RecoveryPlan p) => new(
        p.Id, p.Version, p.State, p.IncidentId, p.Number, p.Goals, p.Measures, p.DraftedBy, p.DraftedAt, p.AdoptedBy, p.AdoptedAt, p.Reason, p.ExerciseId is not null);
}

/// <summary>A recovery task.</summary>
public sealed record RecoveryTaskView(
    Guid Id, int Version, RecoveryTaskState State, Guid IncidentId, Guid RecoveryPlanId, LossSector Sector, string Text, string Agency, DateTimeOffset DueAt, int Progress,
    string AssignedBy, DateTimeOffset AssignedAt, DateTimeOffset? ProgressAt, DateTimeOffset? EndedAt, string? Reason, bool IsExercise) : IVersioned
{
    internal static RecoveryTaskView Of(RecoveryTask t) => new(
        t.Id, t.Version, t.State, t.IncidentId, t.RecoveryPlanId, t.Sector, t.Text, t.Agency, t.DueAt, t.Progress, t.AssignedBy, t.AssignedAt, t.ProgressAt, t.EndedAt,
        t.Reason, t.ExerciseId is not null);
}

/// <summary>What the region is told: no text.</summary>
internal static class RecoveryEvents
{
    public static RecoveryPlanChanged Changed(this RecoveryPlan p, string by, DateTimeOffset at) => new(p.Id, p.IncidentId, p.Number, p.State, by, at);

    public static RecoveryTaskChanged Changed(this RecoveryTask t, string by, DateTimeOffset at) =>
        new(t.Id, t.IncidentId, t.Sector, t.State, t.Progress, t.Agency, t.DueAt, by, at);
}
