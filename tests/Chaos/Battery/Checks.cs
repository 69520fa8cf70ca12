namespace Coordination.Tests.Chaos;

/// <summary>
/// The checks of a region whose cells follow one another. Every check reads all that was ever written, so what a later fault destroys of an earlier
/// cell is seen too; counts are this cell's share, and a violation is reported by the cell after which it was first seen.
/// </summary>
internal sealed class Checks
{
    private readonly Dictionary<string, Cell> before = [];
    private readonly HashSet<string> known = [];

    internal IReadOnlyList<Cell> News(IReadOnlyList<Cell> all)
    {
        var news = all.Select(Since).ToList();
        foreach (var cell in all)
        {
            before[cell.Register] = cell;
            known.UnionWith(cell.Faults.Select(f => $"{cell.Register} {f}"));
        }
        return news;
    }

    private Cell Since(Cell now)
    {
        var fresh = now.Faults.Where(f => !known.Contains($"{now.Register} {f}")).ToList();
        var past = before.GetValueOrDefault(now.Register);
        return now with
        {
            Attempted = now.Attempted - (past?.Attempted ?? 0),
            Acknowledged = now.Acknowledged - (past?.Acknowledged ?? 0),
            Recovered = now.Recovered - (past?.Recovered ?? 0),
            Lost = Count(fresh, "lost"),
            Duplicated = Count(fresh, "duplicated"),
            Unexpected = Count(fresh, "unexpected"),
            Faults = fresh,
        };
    }

    private static int Count(List<string> faults, string kind) => faults.Count(f => f.StartsWith(kind, StringComparison.Ordinal));
}
