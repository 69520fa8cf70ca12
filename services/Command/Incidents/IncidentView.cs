using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Incidents;

/// <summary>An incident as its participants see it. Grade is null until confirmed, and always for public safety.</summary>
public sealed record IncidentView(
    Guid Id, int Version, IncidentState State, IncidentCategory Category, EventKind Kind, string? EventCode, string Title, string Jurisdiction,
    double? Latitude, double? Longitude, string OwnerAgency, IReadOnlyList<string> Participants, Guid? ReportId, Guid? ParentId, Guid? MergedIntoId,
    IncidentGrade? Grade, DateTimeOffset OccurredAt, DateTimeOffset KnownAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? ResponseEndedAt, bool IsExercise) : IVersioned
{
    internal static IncidentView Of(Incident i) => new(
        i.Id, i.Version, i.State, i.Category, i.Kind, i.EventCode, i.Title, i.Jurisdiction, i.Latitude, i.Longitude, i.OwnerAgency, i.Participants,
        i.ReportId, i.ParentId, i.MergedIntoId, i.Grade, i.OccurredAt, i.KnownAt, i.ConfirmedAt, i.ResponseEndedAt, i.ExerciseId is not null);
}
