namespace Coordination.Platform;

/// <summary>The shortest way between two places on a sphere.</summary>
public static class GreatCircle
{
    /// <summary>Its angle in radians, by the haversine formula; times the radius it is the distance. Places are in degrees.</summary>
    public static double Angle(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var (dy, dx) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2));
        return 2 * Math.Asin(Math.Min(1, Math.Sqrt((dy * dy) + (Math.Cos(a) * Math.Cos(b) * dx * dx))));
    }
}
