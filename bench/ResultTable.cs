using System.Globalization;
using System.Text.Json;

namespace Coordination.Bench;

/// <summary>What was measured, for people and for programs.</summary>
internal sealed class ResultTable(Machine machine)
{
    private readonly List<Result> results = [];

    internal void Add(IReadOnlyList<Result> more)
    {
        foreach (var r in more)
        {
            results.Add(r);
            Console.WriteLine($"  {r.Name}: {Line(r)}");
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
        var rows = results.Select(r => new
        {
            name = r.Name, unit = r.Unit, ours = r.Ours, floor = r.Floor, ratio = r.Ratio, goal = r.Goal, met = r.Met, refused = r.Refused,
            quartiles = Both(r.Quartiles), interval = Both(r.Interval),
        });
        await using var output = File.Create(file);
        await JsonSerializer.SerializeAsync(output, new { machine, results = rows });
    }

    private static string Line(Result r) => r is { Refused: { } why, Floor: null } ? $"NOT RUN: {why}"
        : $"{Text(r.Ours)} {r.Unit}{(r.Floor is { } f ? $", floor {Text(f)}, ratio {Text(r.Ratio!.Value)} [{Text(r.Interval!.Value.Low)}, {Text(r.Interval.Value.High)}], quartiles {Text(r.Quartiles!.Value.Low)} to {Text(r.Quartiles.Value.High)}" : "")}, "
            + $"goal {(r.AtLeast ? "at least " : "")}{Text(r.Goal)}: {(r.Refused is { } noise ? $"NOT PUBLISHED: {noise}" : r.Met ? "met" : "MISSED")}";

    private static double[]? Both((double Low, double High)? pair) => pair is { } p ? [p.Low, p.High] : null;

    private static string Text(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
