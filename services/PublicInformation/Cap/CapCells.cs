using System.Globalization;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// A grid of sixteen levels, from the whole world to some 600 m. A box lies in at most four cells of the level whose cells are as large as it; a point is looked for in one cell of
/// each level. Both databases find a key the same way.
/// </summary>
internal static class CapCells
{
    internal const int Levels = 16;

    internal static IEnumerable<string> Of(CapBox box)
    {
        var level = 0;
        while (level < Levels - 1 && Size(level + 1) >= Math.Max(box.North - box.South, box.East - box.West)) level++;
        for (var row = Row(box.South, level); row <= Row(box.North, level); row++)
            for (var column = Column(box.West, level); column <= Column(box.East, level); column++)
                yield return Key(level, row, column);
    }

    internal static IEnumerable<string> At(double latitude, double longitude) =>
        Enumerable.Range(0, Levels).Select(level => Key(level, Row(latitude, level), Column(longitude, level)));

    private static double Size(int level) => 360.0 / (1 << level);

    private static int Row(double latitude, int level) => (int)Math.Floor((latitude + 90) / Size(level));

    private static int Column(double longitude, int level) => (int)Math.Floor((longitude + 180) / Size(level));

    private static string Key(int level, int row, int column)
    {
        var across = 1 << level;
        return string.Create(CultureInfo.InvariantCulture, $"{level:x}:{row:x}:{((column % across) + across) % across:x}");
    }
}
