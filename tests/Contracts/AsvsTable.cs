using System.Text.RegularExpressions;

namespace Coordination.Tests.ContractTests;

/// <summary>Reads a table of OWASP ASVS requirements and says what is wrong with it.</summary>
/// <param name="isTest">Whether a test of that name stands in the source.</param>
/// <param name="isFile">Whether the tree has the file.</param>
internal sealed partial class AsvsTable(Func<string, bool> isTest, Func<string, bool> isFile)
{
    internal const string Columns = "requirement;level;subject;status;test;note";

    /// <summary>ASVS 5.0.0: how many requirements of level 1 and of level 2 each chapter has. Those of level 3 alone are not in the table.</summary>
    private static readonly (int One, int Two)[] Chapters =
    [
        (8, 19), (4, 7), (8, 11), (2, 8), (4, 5), (13, 22), (6, 12), (4, 3), (4, 3), (5, 24), (3, 11), (3, 6), (1, 12), (2, 7), (3, 10), (0, 16), (0, 7),
    ];

    private static readonly string[] Known = ["met", "part", "open", "delegated", "n/a"];

    internal IReadOnlyList<string> Faults(IReadOnlyList<string> lines)
    {
        var faults = new List<string>();
        if (lines[0] != Columns) faults.Add($"The columns are {lines[0]}.");
        var rows = new List<Row>();
        foreach (var line in lines.Skip(1))
            if (line.Split(';') is [var number, var level, var subject, var status, var test, var note] && Number().IsMatch(number) && level is "1" or "2")
                rows.Add(new(number, level, subject, status, test.Split(" + ", StringSplitOptions.RemoveEmptyEntries), note));
            else faults.Add($"No row: {line}");
        faults.AddRange(rows.GroupBy(r => r.Number).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands there {g.Count()} times."));
        faults.AddRange(Chapters.SelectMany((c, i) => new[] { Count(i + 1, "1", c.One), Count(i + 1, "2", c.Two) }).OfType<string>());
        faults.AddRange(rows.SelectMany(Judge));
        return faults;

        string? Count(int chapter, string level, int wanted) =>
            rows.Where(r => r.Level == level && r.Number.StartsWith($"V{chapter}.", StringComparison.Ordinal)).DistinctBy(r => r.Number).Count() is var found && found != wanted
                ? $"Chapter {chapter} has {wanted} requirements of level {level}, not {found}."
                : null;
    }

    private IEnumerable<string> Judge(Row row)
    {
        if (row.Subject.Length == 0) yield return $"{row.Number} names no subject.";
        if (!Known.Contains(row.Status)) yield return $"{row.Number} is '{row.Status}', which is none of {string.Join(", ", Known)}.";
        if (row.Status != "met" && row.Note.Length == 0) yield return $"{row.Number} is {row.Status} and does not say why.";
        if (row.Status == "met" && row.Tests.Length == 0 && Places(row.Note).Length == 0) yield return $"{row.Number} is met, and neither a test nor a file shows it.";
        foreach (var test in row.Tests.Where(t => !isTest(t))) yield return $"{row.Number}: there is no test {test}.";
        foreach (var place in Places(row.Note).Where(p => !isFile(p))) yield return $"{row.Number}: there is no {place}.";
    }

    private static string[] Places(string note) => [.. Place().Matches(note).Select(m => m.Value.TrimEnd('.'))];

    [GeneratedRegex(@"^V[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(services|gateway|contracts|clients|k8s|docs|tests)/[\w./-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    private sealed record Row(string Number, string Level, string Subject, string Status, string[] Tests, string Note);
}
