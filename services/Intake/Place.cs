using System.ComponentModel.DataAnnotations;
using Coordination.Platform;

namespace Coordination.Intake;

/// <summary>Where something is. The words stay in Intake; events carry the area code and the coordinate.</summary>
/// <param name="AreaCode">GB/T 2260 or its extension: 2 to 12 digits.</param>
/// <param name="Latitude">Degrees, WGS 84, -90 to 90; given together with the longitude.</param>
/// <param name="Longitude">Degrees, WGS 84, -180 to 180.</param>
/// <param name="Description">The place in words.</param>
public sealed record Place(
    [property: Text(12, 2)] string AreaCode, [property: Range(-90.0, 90.0)] double? Latitude = null, [property: Range(-180.0, 180.0)] double? Longitude = null,
    [property: Text(500)] string? Description = null)
{
    internal Refusal? Refuse(string pointer)
    {
        if (AreaCode.Length is < 2 or > 12 || !AreaCode.All(char.IsAsciiDigit)) return Refusal.Invalid($"{pointer}/areaCode", "area-code", "Must have 2 to 12 digits.");
        if (Latitude is null != Longitude is null) return Refusal.Invalid($"{pointer}/longitude", "coordinate", "Latitude and longitude come together.");
        if (Latitude is { } lat && !(Math.Abs(lat) <= 90)) return Refusal.Invalid($"{pointer}/latitude", "range", "Must be between -90 and 90.");
        if (Longitude is { } lon && !(Math.Abs(lon) <= 180)) return Refusal.Invalid($"{pointer}/longitude", "range", "Must be between -180 and 180.");
        return null;
    }

    /// <summary>Great-circle distance in metres, or null when a coordinate is missing.</summary>
    internal double? MetresTo(Place other)
    {
        if (Latitude is not { } lat1 || Longitude is not { } lon1 || other.Latitude is not { } lat2 || other.Longitude is not { } lon2) return null;
        return 6_371_000 * GreatCircle.Angle(lat1, lon1, lat2, lon2);
    }
}
