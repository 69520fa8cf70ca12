using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// A polygon or a circle of an alert, WGS 84 degrees. A ring that crosses the date line is reckoned on one side of it, so a longitude may exceed 180; where a ring crosses itself,
/// all that it goes around is inside.
/// </summary>
internal sealed class CapShape
{
    private const double KilometresPerDegree = 111.195, Earth = 6371.0;
    private readonly double[] points;

    private CapShape(double[] points, double? radiusKm) => (this.points, RadiusKm, Box) = (points, radiusKm, radiusKm is { } r ? Around(points[0], points[1], r) : Bounds(points));

    /// <summary>Null for a polygon.</summary>
    internal double? RadiusKm { get; }

    /// <summary>Latitude and longitude in turn.</summary>
    internal IReadOnlyList<double> Points => points;

    internal CapBox Box { get; }

    internal static CapShape Circle(double latitude, double longitude, double radiusKm) => new([latitude, longitude], radiusKm);

    /// <param name="pairs">Latitude and longitude in turn, of a closed ring.</param>
    internal static CapShape Polygon(IReadOnlyList<double> pairs)
    {
        double[] unrolled = [.. pairs];
        for (var i = 3; i < unrolled.Length; i += 2)
        {
            // A side of 360 degrees goes around the world, and not across the date line.
            var step = pairs[i] - pairs[i - 2];
            unrolled[i] = unrolled[i - 2] + (step is > 180 and < 360 ? step - 360 : step is < -180 and > -360 ? step + 360 : step);
        }
        return new(unrolled, null);
    }

    internal bool Holds(double latitude, double longitude) => RadiusKm is { } radius
        ? Earth * GreatCircle.Angle(points[0], points[1], latitude, longitude) <= radius
        : Encloses(latitude, longitude) || Encloses(latitude, longitude + 360) || Encloses(latitude, longitude - 360);

    private bool Encloses(double y, double x)
    {
        if (y < Box.South || y > Box.North || x < Box.West || x > Box.East) return false;
        var turns = 0;
        for (var i = 2; i < points.Length; i += 2)
        {
            var (y0, x0, y1, x1) = (points[i - 2], points[i - 1], points[i], points[i + 1]);
            var side = ((x1 - x0) * (y - y0)) - ((x - x0) * (y1 - y0));
            if (side == 0 && y >= Math.Min(y0, y1) && y <= Math.Max(y0, y1) && x >= Math.Min(x0, x1) && x <= Math.Max(x0, x1)) return true;
            if (y0 <= y && y1 > y && side > 0) turns++;
            else if (y0 > y && y1 <= y && side < 0) turns--;
        }
        return turns != 0;
    }

    private static CapBox Bounds(double[] points)
    {
        var (south, west, north, east) = (90.0, double.MaxValue, -90.0, double.MinValue);
        for (var i = 0; i < points.Length; i += 2)
            (south, north, west, east) = (Math.Min(south, points[i]), Math.Max(north, points[i]), Math.Min(west, points[i + 1]), Math.Max(east, points[i + 1]));
        return east - west >= 360 ? new(south, -180, north, 180) : new(south, west, north, east);
    }

    /// <summary>A little more than the circle, so that no rounding leaves anybody out.</summary>
    private static CapBox Around(double latitude, double longitude, double radiusKm)
    {
        var up = (radiusKm * 1.001 / KilometresPerDegree) + 1e-6;
        var (south, north) = (Math.Max(-90, latitude - up), Math.Min(90, latitude + up));
        if (latitude - up <= -90 || latitude + up >= 90) return new(south, -180, north, 180);
        var wide = (Math.Asin(Math.Min(1, Math.Sin(Radians(up)) / Math.Cos(Radians(latitude)))) * 180 / Math.PI) + 1e-6;
        return wide >= 180 ? new(south, -180, north, 180) : new(south, longitude - wide, north, longitude + wide);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
