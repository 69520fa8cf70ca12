using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Investigations;

/// <summary>An investigation of an accident.</summary>
public sealed record InvestigationView(
    Guid Id, int Version, InvestigationState State, Guid IncidentId, int Number, IncidentGrade? Grade, string Authority, IReadOnlyList<string> Team, DateTimeOffset BegunAt,
    int? ReportExtendedByDays, int? ReplyExtendedByDays, string? ReportReference, DateTimeOffset? SubmittedAt, string? ReplyReference, DateTimeOffset? RepliedAt,
    DateTimeOffset? PublishedAt, string? Reason, bool IsExercise) : IVersioned
{
    internal static InvestigationView Of(Investigation i) => new(
        i.Id, i.Version, i.State, i.IncidentId, i.Number, i.GradeAtReport ?? i.Grade, i.Authority, i.Team, i.BegunAt, i.ReportExtendedByDays, i.ReplyExtendedByDays, i.ReportReference, i.SubmittedAt,
        i.ReplyReference, i.RepliedAt, i.PublishedAt, i.Reason, i.ExerciseId is not null);
}

/// <summary>A measure that the reply to a report asks for.</summary>
public sealed record InvestigationMeasureView(
    Guid Id, int Version, InvestigationMeasureState State, Guid IncidentId, Guid InvestigationId, string Text, string Agency, string Authority, DateTimeOffset DueAt,
    DateTimeOffset? DoneAt, string? Reason, bool IsOverdue, bool IsExercise) : IVersioned
{
    internal static InvestigationMeasureView Of(InvestigationMeasure m, DateTimeOffset now) => new(
        m.Id, m.Version, m.State, m.IncidentId, m.InvestigationId, m.Text, m.Agency, m.Authority, m.DueAt, m.DoneAt, m.Reason, m.IsOverdue(now), m.ExerciseId is not null);
}

/// <summary>What those of the incident are told: no text, and no reference.</summary>
internal static class InvestigationEvents
{
    public static InvestigationChanged Changed(this Investigation i, string by, DateTimeOffset at) =>
        new(i.Id, i.IncidentId, i.Number, i.State, i.Authority, i.Team, by, at, i.GradeAtReport ?? i.Grade, i.ReportExtendedByDays, i.ReplyExtendedByDays);

    public static InvestigationMeasureChanged Changed(this InvestigationMeasure m, string by, DateTimeOffset at) =>
        new(m.Id, m.InvestigationId, m.IncidentId, m.State, m.Agency, m.Authority, m.DueAt, by, at);
}
