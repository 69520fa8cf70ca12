using System.Runtime.InteropServices;
using Coordination.Platform;

namespace Coordination.Resources.Travel;

/// <summary>A place in WGS 84, in degrees.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthKilometres = 6371.0088;

    /// <summary>Null unless one of the two is given without the other.</summary>
    internal static Refusal? Check(double? latitude, double? longitude) =>
        latitude is null != longitude is null ? Refusal.Invalid("/latitude", "required", "A place is a latitude and a longitude.") : null;

    /// <summary>Null unless both are given.</summary>
    internal static GeoPoint? Of(double? latitude, double? longitude) => latitude is { } lat && longitude is { } lon ? new(lat, lon) : null;

    /// <summary>Along the great circle, on a sphere of the Earth's mean radius.</summary>
    internal double KilometresTo(GeoPoint other) => EarthKilometres * GreatCircle.Angle(Latitude, Longitude, other.Latitude, other.Longitude);
}
