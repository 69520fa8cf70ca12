using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Releases;

/// <summary>An incident as public information knows it.</summary>
public sealed record IncidentInformationView(
    Guid Id, int Version, IncidentCategory Category, IncidentGrade? Grade, DateTimeOffset ConfirmedAt, bool ResponseEnded, bool OwesPressConference, IReadOnlyList<string> Spokespersons) : IVersioned
{
    internal static IncidentInformationView Of(InformedIncident i) =>
        new(i.Id, i.Version, i.Category, i.Grade, i.ConfirmedAt, i.ResponseEnded, i.OwesPressConference, i.Spokespersons);
}
