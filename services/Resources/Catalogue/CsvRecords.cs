using System.Text;

namespace Coordination.Resources.Catalogue;

/// <summary>Cuts a text into records of cells by RFC 4180; lines may end with CR LF, LF or CR, and empty ones are passed over.</summary>
internal static class CsvRecords
{
    /// <summary>The records with the line on which each begins, as many as there may be and one more; or the line of a cell whose quotes are wrong.</summary>
    public static (IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Records, int? Broken) Read(string text, char separator, int most = int.MaxValue)
    {
        var records = new List<(int, IReadOnlyList<string>)>();
        var (at, line) = (0, 1);
        while (at < text.Length && records.Count <= most)
        {
            var (begins, cells) = (line, new List<string>());
            do
            {
                if (Cell(text, ref at, ref line, separator) is not { } cell) return ([], begins);
                cells.Add(cell);
            }
            while (Take(text, ref at, separator));
            EndLine(text, ref at, ref line);
            if (cells.Count > 1 || cells[0].Length > 0) records.Add((begins, cells));
        }
        return (records, null);
    }

    private static string? Cell(string text, ref int at, ref int line, char separator)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
            var plain = end < 0 ? text[at..] : text.Substring(at, end);
            at += plain.Length;
            return plain;
        }
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (++at >= text.Length || text[at] != '"')) return at >= text.Length || text[at] == separator || text[at] is '\r' or '\n' ? cell.ToString() : null;
            if (text[at] == '\n') line++;
            cell.Append(text[at]);
        }
        return null;
    }

    private static bool Take(string text, ref int at, char separator)
    {
        if (at >= text.Length || text[at] != separator) return false;
        at++;
        return true;
    }

    private static void EndLine(string text, ref int at, ref int line)
    {
        if (at >= text.Length) return;
        if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
        at++;
        line++;
    }
}
