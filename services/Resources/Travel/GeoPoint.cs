using System.Runtime.InteropServices;

namespace Coordination.Resources.Travel;

/// <summary>A place in WGS 84, in degrees.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthKilometres = 6371.0088;

    /// <summary>Null unless both are given.</summary>
    internal static GeoPoint? Of(double? latitude, double? longitude) => latitude is { } lat && longitude is { } lon ? new(lat, lon) : null;

    /// <summary>Along the great circle, on a sphere of the Earth's mean radius.</summary>
    internal double KilometresTo(GeoPoint other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (dy, dx) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(dy * dy + Math.Cos(a) * Math.Cos(b) * dx * dx)));
    }
}
