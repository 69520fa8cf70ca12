namespace Coordination.PublicInformation.Alerts;

/// <summary>CAP polygons: closed rings whose sides do not cross.</summary>
internal static class Polygons
{
    /// <summary>Null when the ring is sound; otherwise what is wrong with it.</summary>
    public static string? Fault(IReadOnlyList<AlertPoint> ring)
    {
        if (ring.Count < 4 || ring[0] != ring[^1]) return "At least four points, the last the same as the first.";
        for (var i = 0; i < ring.Count - 1; i++)
        {
            if (ring[i] == ring[i + 1]) return "No point follows itself.";
            for (var j = i + 2; j < ring.Count - 1; j++)
                if ((i != 0 || j != ring.Count - 2) && Cross(ring[i], ring[i + 1], ring[j], ring[j + 1])) return "No side crosses or touches another.";
        }
        return null;
    }

    /// <summary>True where all points lie on one line.</summary>
    public static bool IsFlat(IReadOnlyList<AlertPoint> ring) => Enumerable.Range(0, ring.Count - 2).All(i => Side(ring[i], ring[i + 1], ring[i + 2]) == 0);

    private static bool Cross(AlertPoint a, AlertPoint b, AlertPoint c, AlertPoint d)
    {
        var (abc, abd, cda, cdb) = (Side(a, b, c), Side(a, b, d), Side(c, d, a), Side(c, d, b));
        return (abc != abd && cda != cdb)
            || (abc == 0 && Within(a, b, c)) || (abd == 0 && Within(a, b, d)) || (cda == 0 && Within(c, d, a)) || (cdb == 0 && Within(c, d, b));
    }

    private static int Side(AlertPoint a, AlertPoint b, AlertPoint c) =>
        Math.Sign(((b.Longitude - a.Longitude) * (c.Latitude - a.Latitude)) - ((b.Latitude - a.Latitude) * (c.Longitude - a.Longitude)));

    private static bool Within(AlertPoint a, AlertPoint b, AlertPoint p) =>
        p.Latitude >= Math.Min(a.Latitude, b.Latitude) && p.Latitude <= Math.Max(a.Latitude, b.Latitude)
        && p.Longitude >= Math.Min(a.Longitude, b.Longitude) && p.Longitude <= Math.Max(a.Longitude, b.Longitude);
}
