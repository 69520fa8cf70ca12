using System.Globalization;
using System.Text.Json;

namespace Coordination.Bench;

/// <summary>What was measured, for people and for programs.</summary>
internal sealed class ResultTable
{
    private readonly List<Result> results = [];

    internal void Add(IReadOnlyList<Result> more)
    {
        foreach (var r in more)
        {
            results.Add(r);
            Console.WriteLine($"  {r.Name}: {Text(r.Ours)} {r.Unit}{(r.Floor is { } f ? $", floor {Text(f)} {r.Unit}, ratio {Text(r.Ratio!.Value)}" : "")}, goal {Text(r.Goal)}: {(r.Met ? "met" : "MISSED")}");
        }
    }

    /// <summary>Exit status: 0 when every goal is met.</summary>
    internal int Print()
    {
        Console.WriteLine($"{results.Count(r => r.Met)} of {results.Count} goals met");
        return results.TrueForAll(r => r.Met) ? 0 : 1;
    }

    internal async Task WriteJsonAsync(string file)
    {
        var rows = results.Select(r => new { name = r.Name, unit = r.Unit, ours = r.Ours, floor = r.Floor, ratio = r.Ratio, goal = r.Goal, met = r.Met });
        await using var output = File.Create(file);
        await JsonSerializer.SerializeAsync(output, new { results = rows });
    }

    private static string Text(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
