using Coordination.Contracts.Events;

namespace Coordination.Client.Incidents;

/// <summary>An incident as its readers see it.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Version">What a decision about it was made on.</param>
/// <param name="State">State.</param>
/// <param name="Category">Category.</param>
/// <param name="Kind">Sub-type.</param>
/// <param name="EventCode">Code of the warning system.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Jurisdiction">Node of the jurisdiction tree.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="OwnerAgency">Agency that owns it.</param>
/// <param name="Participants">Agencies that take part.</param>
/// <param name="ReportId">The report that it rests on.</param>
/// <param name="ParentId">The incident that it is part of.</param>
/// <param name="MergedIntoId">The incident that it turned out to be.</param>
/// <param name="Grade">Grade in force.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="KnownAt">When it became known.</param>
/// <param name="ConfirmedAt">When it was confirmed.</param>
/// <param name="ResponseEndedAt">When the response ended.</param>
/// <param name="IsExercise">True in an exercise.</param>
public sealed record Incident(
    Guid Id, int Version, IncidentState State, IncidentCategory Category, EventKind Kind, string? EventCode, string Title, string Jurisdiction, double? Latitude,
    double? Longitude, string OwnerAgency, IReadOnlyList<string> Participants, Guid? ReportId, Guid? ParentId, Guid? MergedIntoId, IncidentGrade? Grade,
    DateTimeOffset OccurredAt, DateTimeOffset KnownAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? ResponseEndedAt, bool IsExercise);
