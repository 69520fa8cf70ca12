using System.Text;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Catalogues;

/// <summary>One row of a file as it stands there, with the line on which it begins.</summary>
internal sealed record TableRow(int Line, string Text);

/// <summary>A catalogue as CSV (RFC 4180), cut into rows as the region cuts it and into calls of a size that it takes.</summary>
internal sealed record CatalogueTable(TableRow Header, IReadOnlyList<TableRow> Rows)
{
    /// <summary>What a call takes at most; of the bytes a little is left for what goes around them.</summary>
    internal const int MostRows = 1000, MostBytes = 1_000_000;

    /// <exception cref="RegionException">There is nothing in it, or a cell whose quotes are wrong.</exception>
    internal static CatalogueTable Of(string file, string text)
    {
        var first = text.Split('\n', 2)[0];
        var rows = Cut(file, text, first.Count(c => c == ';') > first.Count(c => c == ',') ? ';' : ',').ToList();
        return rows.Count > 1 ? new(rows[0], rows[1..]) : throw new RegionException(Language.Say($"{file} has no rows: the first line names the columns, and a line each is a thing."));
    }

    /// <summary>The rows from a line on, so many at a time as a call takes.</summary>
    internal IEnumerable<IReadOnlyList<TableRow>> Calls(int fromLine)
    {
        var (call, bytes) = (new List<TableRow>(), 0);
        foreach (var row in Rows.Where(r => r.Line >= fromLine))
        {
            var size = Encoding.UTF8.GetByteCount(row.Text) + 2;
            if (call.Count == MostRows || (call.Count > 0 && bytes + size > MostBytes - Encoding.UTF8.GetByteCount(Header.Text)))
            {
                yield return call;
                (call, bytes) = ([], 0);
            }
            call.Add(row);
            bytes += size;
        }
        if (call.Count > 0) yield return call;
    }

    /// <summary>The body of a call.</summary>
    internal string Body(IEnumerable<TableRow> rows) => string.Concat(rows.Prepend(Header).Select(r => r.Text + "\r\n"));

    private static IEnumerable<TableRow> Cut(string file, string text, char separator)
    {
        for (var (at, line) = (0, 1); at < text.Length; line++)
        {
            var (begins, start) = (line, at);
            while (at < text.Length && text[at] is not ('\r' or '\n'))
            {
                if (text[at] == '"') at = EndOfQuoted(file, text, at, begins, separator, ref line);
                else if (text.AsSpan(at).IndexOfAny(separator, '\r', '\n') is var plain) at = plain < 0 ? text.Length : at + plain;
                if (at < text.Length && text[at] == separator) at++;
            }
            if (text[start..at] is not ("" or "\"\"")) yield return new(begins, text[start..at]);
            at += text.AsSpan(at).StartsWith("\r\n") ? 2 : 1;
        }
    }

    /// <summary>A cell that begins with quotes ends with quotes that no other follow.</summary>
    private static int EndOfQuoted(string file, string text, int at, int begins, char separator, ref int line)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"' || (++at < text.Length && text[at] == '"')) continue;
            if (at >= text.Length || text[at] == separator || text[at] is '\r' or '\n') return at;
            break;
        }
        throw new RegionException(Language.Say($"{file}:{begins}: a quoted cell must be closed, and followed by a separator or the end of the line."));
    }
}
