using System.Text;
using Coordination.Platform;

namespace Coordination.Intake.Batches;

/// <summary>A row of a file, and the line where it begins, from 1.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>Reads CSV as RFC 4180 writes it: cells between commas; quoted where they hold commas, quotes or line breaks; empty lines are passed over.</summary>
internal static class CsvTable
{
    internal static (IReadOnlyList<CsvRow> Rows, Refusal? Refusal) Read(string text)
    {
        var (rows, cells, cell) = (new List<CsvRow>(), new List<string>(), new StringBuilder());
        var (line, begins, isQuoted, wasQuoted) = (1, 1, false, false);
        // Spreadsheets begin a file with the mark of its encoding.
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (isQuoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else isQuoted = false;
            }
            else if (c == '"')
            {
                if (cell.Length > 0 || wasQuoted) return ([], Wrong(line, "a quote stands inside a cell that does not begin with one"));
                (isQuoted, wasQuoted) = (true, true);
            }
            else if (c == ',') EndCell();
            else if (c == '\n') EndRow();
            else if (c != '\r' || i + 1 >= text.Length || text[i + 1] != '\n')
            {
                if (wasQuoted) return ([], Wrong(line, "something follows a closing quote"));
                cell.Append(c);
            }
        }
        if (isQuoted) return ([], Wrong(begins, "a quote is never closed"));
        EndRow();
        return (rows, null);

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            wasQuoted = false;
        }

        void EndRow()
        {
            var isEmpty = cells.Count == 0 && cell.Length == 0 && !wasQuoted;
            EndCell();
            if (!isEmpty) rows.Add(new(begins, [.. cells]));
            cells.Clear();
            begins = line;
        }
    }

    private static Refusal Wrong(int line, string why) => Refusal.Invalid("/csv", "csv", $"Not CSV that can be read: in line {line} {why}.");
}
