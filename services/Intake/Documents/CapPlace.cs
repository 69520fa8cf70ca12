using System.Globalization;
using Coordination.Platform;

namespace Coordination.Intake.Documents;

/// <summary>Where a CAP alert is: its areas in the region's own codes, the middle of its first shape, its words.</summary>
internal static class CapPlace
{
    private const int MostPoints = 100_000, MostAreas = 50;

    internal static (IReadOnlyList<string> Areas, (double Latitude, double Longitude)? Point, string? Words) Of(IReadOnlyList<Markup> infos, string system)
    {
        var areas = infos.SelectMany(i => i.Each("area")).ToList();
        var codes = areas.SelectMany(a => a.Each("geocode")).Where(g => (g.First("valueName") ?? Split(g.Text, 0)) == system).Select(g => g.First("value") ?? Split(g.Text, 1))
            .Where(v => v.Length is >= 2 and <= 12 && v.All(char.IsAsciiDigit)).Distinct().Take(MostAreas).ToList();
        var point = areas.Select(PointOf).FirstOrDefault(p => p is not null);
        var words = string.Join("; ", areas.Select(a => a.First("areaDesc")).OfType<string>().Distinct().Take(20));
        return (codes, point, words.Length == 0 ? null : DocumentReading.Clean(words, 500));
    }

    /// <summary>The centre of the first circle, else the mean of the corners of the first polygon that has any.</summary>
    internal static (double Latitude, double Longitude)? PointOf(Markup area) =>
        area.Each("circle").Select(c => Mean(c.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(1))).FirstOrDefault(p => p is not null)
        ?? area.Each("polygon").Select(p => Mean(p.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostPoints))).FirstOrDefault(p => p is not null);

    private static (double Latitude, double Longitude)? Mean(IEnumerable<string> pairs)
    {
        var (latitudes, longitudes, count, first) = (0.0, 0.0, 0, 0.0);
        foreach (var pair in pairs)
        {
            if (pair.Trim('(', ')').Split(',') is not [var north, var east] || !Degrees(north, 90, out var latitude) || !Degrees(east, 180, out var longitude)) continue;
            if (count++ == 0) first = longitude;
            // A shape across the date line is reckoned on one side of it.
            longitude += longitude - first > 180 ? -360 : longitude - first < -180 ? 360 : 0;
            (latitudes, longitudes) = (latitudes + latitude, longitudes + longitude);
        }
        if (count == 0) return null;
        var mean = longitudes / count;
        return (latitudes / count, mean > 180 ? mean - 360 : mean < -180 ? mean + 360 : mean);
    }

    private static bool Degrees(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;

    private static string Split(string text, int part) => text.Split('=') is { Length: 2 } parts ? parts[part] : "";
}
