namespace Coordination.Intake.Correlations;

/// <summary>
/// The globe in cells of a twentieth of a degree, 5.6 km from south to north, so that what lies near a place is looked up and not searched for, however many
/// reports there are. A place without a coordinate lies in a cell of its area code, below zero.
/// </summary>
internal static class Cells
{
    private const double Degrees = 0.05;
    private const int Rows = (int)(180 / Degrees), Columns = (int)(360 / Degrees);

    /// <summary>Nearer to a pole than 84 degrees cells are so narrow that a radius would span hundreds; there, likeness is looked for in fewer.</summary>
    private const double Narrowest = 0.1;

    internal static long Of(Place place) =>
        place is { Latitude: { } lat, Longitude: { } lon } ? Cell(Row(lat), Column(lon)) : OfArea(place.AreaCode);

    /// <summary>The cell of places of an area that have no coordinate.</summary>
    internal static long OfArea(string areaCode) => -1 - long.Parse($"1{areaCode}", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Every cell that something within so many metres of the place can lie in. Empty without a coordinate.</summary>
    internal static IReadOnlyList<long> Around(Place place, double metres)
    {
        if (place is not { Latitude: { } lat, Longitude: { } lon }) return [];
        var (high, wide) = Reach(lat, metres);
        var (south, north) = (Row(lat - high), Row(lat + high));
        var (west, east) = ((int)Math.Floor((lon - wide + 180) / Degrees), (int)Math.Floor((lon + wide + 180) / Degrees));
        return [.. Enumerable.Range(south, north - south + 1).SelectMany(row => Enumerable.Range(west, Math.Min(Columns, east - west + 1)).Select(column => Cell(row, column)))];
    }

    /// <summary>Degrees to the north and to the east that hold so many metres.</summary>
    internal static (double High, double Wide) Reach(double latitude, double metres)
    {
        // 110.5 km is the shortest degree of latitude, so that none is missed.
        var high = metres / 110_500;
        return (high, high / Math.Max(Narrowest, Math.Cos(Math.Min(90, Math.Abs(latitude) + high) * Math.PI / 180)));
    }

    private static int Row(double latitude) => Math.Clamp((int)Math.Floor((latitude + 90) / Degrees), 0, Rows - 1);

    private static int Column(double longitude) => (int)Math.Floor((longitude + 180) / Degrees);

    /// <summary>East of the last column lies the first one.</summary>
    private static long Cell(int row, int column) => ((long)row * Columns) + (((column % Columns) + Columns) % Columns);
}
