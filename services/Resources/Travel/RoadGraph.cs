using System.Globalization;

namespace Coordination.Resources.Travel;

/// <summary>
/// Roads of the region from a file of comma-separated values with the header
/// <c>fromLatitude,fromLongitude,toLatitude,toLongitude,kilometres,kilometresPerHour,oneWay</c>: degrees in WGS 84, <c>oneWay</c> is <c>true</c> or <c>false</c>.
/// Ends with the same coordinates are one crossing.
/// </summary>
internal sealed class RoadGraph
{
    /// <summary>A place farther from every crossing is not on the roads of this file.</summary>
    internal const double ReachKilometres = 5;

    private const string Header = "fromLatitude,fromLongitude,toLatitude,toLongitude,kilometres,kilometresPerHour,oneWay";
    /// <summary>Degrees of a cell of the index, a good kilometre of latitude, and cells around the Earth.</summary>
    private const double Cell = 0.01;
    private const int Around = 36_000;
    private readonly List<GeoPoint> crossings = [];
    private readonly List<List<(int From, double Minutes)>> arriving = [];
    private readonly Dictionary<(int, int), List<int>> cells = [];

    /// <exception cref="InvalidDataException">A line of the file is not as the header says; names the line and the rule.</exception>
    internal static RoadGraph Read(TextReader file)
    {
        var graph = new RoadGraph();
        var index = new Dictionary<GeoPoint, int>();
        if (file.ReadLine()?.Trim() != Header) throw new InvalidDataException($"line 1: the header must be {Header}");
        for (var number = 2; file.ReadLine() is { } line; number++)
        {
            if (line.Trim().Length > 0) graph.Add(line.Split(','), number, index);
        }
        for (var n = 0; n < graph.crossings.Count; n++)
        {
            var cell = CellOf(graph.crossings[n]);
            if (!graph.cells.TryGetValue(cell, out var those)) graph.cells[cell] = those = [];
            those.Add(n);
        }
        return graph;
    }

    /// <summary>The way by road to the place: minutes between the crossings next to both ends, and kilometres from those to the ends. Null where no road leads, or one end lies off the roads.</summary>
    internal Func<GeoPoint, (double Minutes, double Kilometres)?> To(GeoPoint place)
    {
        var minutes = new double[crossings.Count];
        Array.Fill(minutes, double.PositiveInfinity);
        if (Nearest(place) is not { } goal) return _ => null;
        var open = new PriorityQueue<int, double>();
        minutes[goal] = 0;
        open.Enqueue(goal, 0);
        while (open.TryDequeue(out var here, out var far))
        {
            if (far > minutes[here]) continue;
            foreach (var (from, more) in arriving[here])
            {
                if (far + more >= minutes[from]) continue;
                minutes[from] = far + more;
                open.Enqueue(from, far + more);
            }
        }
        var last = crossings[goal].KilometresTo(place);
        return start => Nearest(start) is { } n && double.IsFinite(minutes[n]) ? (minutes[n], crossings[n].KilometresTo(start) + last) : null;
    }

    private void Add(string[] fields, int number, Dictionary<GeoPoint, int> index)
    {
        if (fields.Length != 7) throw new InvalidDataException($"line {number}: seven values are needed");
        var (from, to) = (Point(fields, 0, number), Point(fields, 2, number));
        var (kilometres, speed) = (Number(fields[4], "kilometres", 0, 2000, number), Number(fields[5], "kilometresPerHour", 1, 300, number));
        if (!bool.TryParse(fields[6], out var isOneWay)) throw new InvalidDataException($"line {number}: oneWay must be true or false");
        var (a, b) = (Crossing(from, index), Crossing(to, index));
        arriving[b].Add((a, kilometres / speed * 60));
        if (!isOneWay) arriving[a].Add((b, kilometres / speed * 60));
    }

    private int Crossing(GeoPoint at, Dictionary<GeoPoint, int> index)
    {
        if (index.TryGetValue(at, out var known)) return known;
        crossings.Add(at);
        arriving.Add([]);
        return index[at] = crossings.Count - 1;
    }

    /// <summary>Looks at cells in rings around the place, until no farther one can hold a nearer crossing.</summary>
    private int? Nearest(GeoPoint place)
    {
        var (row, column) = CellOf(place);
        // The narrow side of a cell, in kilometres.
        var width = Cell * 111 * Math.Max(0.05, Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Abs(place.Latitude) + 0.1))));
        int? nearest = null;
        var least = ReachKilometres;
        for (var ring = 0; (ring - 1) * width <= least; ring++)
            foreach (var n in Ring(row, column, ring).SelectMany(c => cells.GetValueOrDefault(c) ?? []))
                if (crossings[n].KilometresTo(place) is var far && far <= least) (nearest, least) = (n, far);
        return nearest;
    }

    private static IEnumerable<(int, int)> Ring(int row, int column, int ring)
    {
        for (var r = -ring; r <= ring; r++)
            for (var c = -ring; c <= ring; c += Math.Abs(r) == ring || ring == 0 ? 1 : 2 * ring)
                yield return (row + r, (column + c + Around) % Around);
    }

    private static (int, int) CellOf(GeoPoint at) => ((int)Math.Floor(at.Latitude / Cell), (int)Math.Floor((at.Longitude + 180) / Cell) % Around);

    private static GeoPoint Point(string[] fields, int at, int line) =>
        new(Number(fields[at], "latitude", -90, 90, line), Number(fields[at + 1], "longitude", -180, 180, line));

    private static double Number(string text, string name, double least, double most, int line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InvalidDataException($"line {line}: {name} must be a number from {least} to {most}");
}
