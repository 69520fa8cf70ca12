using Coordination.Platform;
using Coordination.Resources.Travel;

namespace Coordination.Resources.Staging;

/// <summary>Where what comes for an incident waits until it is put to work: a place, and for how many units there is room. It lists no crews: units are counted.</summary>
internal sealed class StagingArea
{
    private StagingArea() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    /// <summary>Who receives there: the agency that checks in.</summary>
    public string Agency { get; private set; } = "";
    public Guid IncidentId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Degrees, WGS 84.</summary>
    public double Latitude { get; private set; }
    public double Longitude { get; private set; }
    /// <summary>How many units may wait there at a time.</summary>
    public int Capacity { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public static StagingArea Open(Guid id, Guid? exercise, string agency, Guid incident, string name, GeoPoint place, int capacity, DateTimeOffset at) => new()
    {
        Id = id,
        ExerciseId = exercise,
        Agency = agency,
        IncidentId = incident,
        Name = name,
        Latitude = place.Latitude,
        Longitude = place.Longitude,
        Capacity = capacity,
        OpenedAt = at,
    };

    /// <summary>Null when one more unit of the incident may wait there beside those that do.</summary>
    public Refusal? Admits(Guid? incident, int waiting) =>
        incident != IncidentId ? Refusal.Invalid("/stagingAreaId", "no-such-staging-area", "The incident has no such staging area here.")
        : ClosedAt is not null ? new Refusal("staging-closed", "The staging area is closed.", "/stagingAreaId")
        : waiting >= Capacity ? new Refusal("staging-full", $"There is room for {Capacity} units, and as many wait there.", "/stagingAreaId") : null;

    /// <summary>Nobody is sent there any longer; who waits there must have been put to work or released.</summary>
    public Refusal? Close(int waiting, DateTimeOffset at)
    {
        if (ClosedAt is not null) return new Refusal("staging-closed", "The staging area is closed.");
        if (waiting > 0) return new Refusal("staging-occupied", $"{waiting} units wait there.");
        ClosedAt = at;
        Version++;
        return null;
    }
}
