using System.ComponentModel.DataAnnotations;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>Where it holds: a description, a code, and a circle or polygon where one is known.</summary>
/// <param name="Description">The place in words.</param>
/// <param name="AreaCode">GB/T 2260 or the package's own code system.</param>
/// <param name="Latitude">Middle of the circle, WGS 84 degrees.</param>
/// <param name="Longitude">Middle of the circle, WGS 84 degrees.</param>
/// <param name="RadiusKm">Radius of the circle, kilometres.</param>
/// <param name="Polygon">At least four points, the first repeated at the end, no side crossing another.</param>
/// <param name="Geocodes">Codes of other systems, such as zones of forecast; those of the package's own system stand in <paramref name="AreaCode"/> alone.</param>
/// <param name="Altitude">Lowest height above the sea, feet.</param>
/// <param name="Ceiling">Greatest height, feet; only with the lowest, and not below it.</param>
public sealed record AlertArea(
    [property: Text(200)] string Description, [property: Text(12)] string AreaCode, [property: Range(-90.0, 90.0)] double? Latitude = null,
    [property: Range(-180.0, 180.0)] double? Longitude = null, [property: Range(0.0, 1000.0)] double? RadiusKm = null,
    [property: Items(4, 100)] IReadOnlyList<AlertPoint>? Polygon = null,
    [property: Items(1, 50)] IReadOnlyList<AlertGeocode>? Geocodes = null, [property: Range(-2000.0, 100_000.0)] double? Altitude = null, [property: Range(-2000.0, 100_000.0)] double? Ceiling = null);
