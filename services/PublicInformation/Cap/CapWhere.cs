namespace Coordination.PublicInformation.Cap;

/// <summary>Where one asks for.</summary>
/// <param name="Latitude">Of a point, WGS 84 degrees.</param>
/// <param name="Longitude">Of a point, WGS 84 degrees.</param>
/// <param name="Area">Code of an area, instead of a point or beside it.</param>
internal sealed record CapWhere(double? Latitude = null, double? Longitude = null, string? Area = null)
{
    internal bool IsAnywhere => Latitude is null && Area is null;
}
