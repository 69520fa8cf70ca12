using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;
using Coordination.Resources.Travel;
using Coordination.Resources.Types;

namespace Coordination.Resources.Positions;

/// <summary>
/// Where the vehicle or team of a fill was last seen while it is deployed: one place, and no way that led to it. It is in no event; after the release nobody reads it, and
/// then it is forgotten.
/// </summary>
internal sealed class Position
{
    private Position() { }

    /// <summary>That of the fill.</summary>
    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    /// <summary>The supplier, whose vehicle or team it is.</summary>
    public string Agency { get; private set; } = "";
    public string RequesterAgency { get; private set; } = "";
    public Guid? IncidentId { get; private set; }
    public Guid UnitId { get; private set; }
    /// <summary>Degrees, WGS 84; null once forgotten.</summary>
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    /// <summary>Since when it is there, within the metres of the package.</summary>
    public DateTimeOffset ArrivedAt { get; private set; }
    /// <summary>When it was last seen there.</summary>
    public DateTimeOffset SeenAt { get; private set; }
    /// <summary>When it was released; nobody reads it from then on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public static Position Begin(Fill fill, GeoPoint place, DateTimeOffset at) => new()
    {
        Id = fill.FillId,
        ExerciseId = fill.ExerciseId,
        Agency = fill.SupplierAgency,
        RequesterAgency = fill.RequesterAgency,
        IncidentId = fill.IncidentId,
        UnitId = fill.UnitId!.Value,
        Latitude = place.Latitude,
        Longitude = place.Longitude,
        ArrivedAt = at,
        SeenAt = at,
    };

    /// <summary>A position of a vehicle or team is taken only while it is deployed and not released.</summary>
    public static Refusal? Refuse(Fill fill) =>
        fill.UnitId is null ? new Refusal("no-unit", "Goods have no position; the unit that brings them has.")
        : FillRules.IsTracked(fill.State) ? null : new Refusal("not-deployed", "Positions are taken between departure and release, and at no other time.");

    /// <summary>True when it is kept: neither older than what is known, nor closer to it in time than the package keeps.</summary>
    public bool See(GeoPoint place, DateTimeOffset at, ResourceSettings settings)
    {
        if (EndedAt is not null || at < SeenAt.AddSeconds(settings.PositionSeconds)) return false;
        var hasMoved = GeoPoint.Of(Latitude, Longitude) is not { } last || last.KilometresTo(place) * 1000 >= settings.PositionMetres;
        if (hasMoved) (Latitude, Longitude, ArrivedAt) = (place.Latitude, place.Longitude, at);
        SeenAt = at;
        Version++;
        return true;
    }

    /// <summary>Nothing is known of where it is: it was destroyed, and is known again from the next report on.</summary>
    internal bool IsForgotten => Latitude is null;

    /// <summary>Nothing would destroy it: a place is known, no release has set its end, and the newest clock after its last report, if there ever was one, is over.</summary>
    internal bool IsKeptForEver(ClockState? newest) => EndedAt is null && !IsForgotten && newest is not (ClockState.Scheduled or ClockState.Running or ClockState.Paused);

    /// <summary>Contact is lost when nothing was seen for too long: worked out where it is read, and kept nowhere.</summary>
    public bool IsLost(DateTimeOffset now, ResourceSettings settings) => now - SeenAt > TimeSpan.FromMinutes(settings.PositionStaleMinutes);

    /// <summary>It was released.</summary>
    public void End(DateTimeOffset at)
    {
        EndedAt ??= at;
        Version++;
    }

    /// <summary>Where it was is destroyed.</summary>
    public void Forget()
    {
        (Latitude, Longitude) = (null, null);
        Version++;
    }
}
