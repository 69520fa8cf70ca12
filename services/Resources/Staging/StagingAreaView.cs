using Coordination.Platform;

namespace Coordination.Resources.Staging;

/// <summary>A staging area of an incident.</summary>
/// <param name="Id">The staging area.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="Agency">Who receives there.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Name">Of the place.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Likewise.</param>
/// <param name="Capacity">How many units may wait there at a time.</param>
/// <param name="Waiting">How many do.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="ClosedAt">Until when, or null.</param>
public sealed record StagingAreaView(
    Guid Id, int Version, string Agency, Guid IncidentId, string Name, double Latitude, double Longitude, int Capacity, int Waiting, DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt) : IVersioned
{
    internal static StagingAreaView Of(StagingArea a, int waiting) =>
        new(a.Id, a.Version, a.Agency, a.IncidentId, a.Name, a.Latitude, a.Longitude, a.Capacity, waiting, a.OpenedAt, a.ClosedAt);
}
