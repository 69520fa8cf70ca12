using Coordination.Platform;

namespace Coordination.Intake.Batches;

/// <summary>A file of reports: its header and its rows, as far as the file as a whole can be read.</summary>
internal sealed record ReportFile(IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows)
{
    /// <summary>More come in several calls, each with a key of its own.</summary>
    internal const int MostRows = 500;

    internal static (ReportFile? File, Refusal? Refusal) Read(string text)
    {
        var (rows, broken) = CsvTable.Read(text);
        if (broken is not null) return (null, broken);
        if (rows.Count == 0) return (null, Refusal.Invalid("/csv", "csv", "There is no header row."));
        var header = rows[0].Cells.Select(c => c.Trim()).ToList();
        for (var i = 0; i < header.Count; i++)
        {
            if (!ReportColumns.IsKnown(header[i])) return (null, Refusal.Invalid("/csv", "unknown-column", $"Column {i + 1} of the header is none that a file of reports has."));
            if (header.IndexOf(header[i]) != i) return (null, Refusal.Invalid("/csv", "csv", $"Column {i + 1} of the header was there before."));
        }
        if (ReportColumns.Required.FirstOrDefault(c => !header.Contains(c)) is { } missing)
            return (null, Refusal.Invalid("/csv", "missing-column", $"The header needs the column {missing}."));
        return rows.Count - 1 > MostRows
            ? (null, Refusal.Invalid("/csv", "too-many-rows", $"A file has at most {MostRows} reports: send the rest by another call."))
            : (new(header, [.. rows.Skip(1)]), null);
    }
}
