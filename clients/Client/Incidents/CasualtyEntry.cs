using Coordination.Contracts.Events;

namespace Coordination.Client.Incidents;

/// <summary>An entry of the casualty ledger.</summary>
/// <param name="Id">The entry.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Counts">Totals as known.</param>
/// <param name="SourceAgency">Agency that entered them.</param>
/// <param name="OccurredAt">The moment that they are about.</param>
/// <param name="KnownAt">When they became known.</param>
/// <param name="RecordedAt">When they were entered.</param>
/// <param name="Scope">Whether they are all of the area or a part.</param>
/// <param name="Source">Who counted.</param>
/// <param name="AreaCode">Area or place that they are about; null for the incident's own.</param>
public sealed record CasualtyEntry(
    Guid Id, Guid IncidentId, IReadOnlyList<CasualtyCount> Counts, string SourceAgency, DateTimeOffset OccurredAt, DateTimeOffset KnownAt, DateTimeOffset RecordedAt,
    CasualtyScope Scope, string Source, string? AreaCode);
