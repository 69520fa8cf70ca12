using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Platform;

namespace Coordination.Resources.Catalogue;

/// <summary>
/// The catalogue as comma-separated values (RFC 4180), UTF-8 with or without a byte order mark; semicolons are read too, as spreadsheets write them where the
/// comma is the decimal sign. A text that a spreadsheet would take for a formula is written with an apostrophe before it, which reading takes away again.
/// </summary>
internal static class CatalogueCsv
{
    private static readonly (string Name, Type Type)[] Columns = [.. typeof(CatalogueRow).GetProperties()
        .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name), Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))];

    public static string Header { get; } = string.Join(',', Columns.Select(c => c.Name)) + "\r\n";

    /// <summary>One line, with its end.</summary>
    public static string Line(CatalogueRow row)
    {
        var json = JsonSerializer.SerializeToNode(row, Wire.Json)!.AsObject();
        return string.Join(',', Columns.Select(c => Cell(json[c.Name], c.Type))) + "\r\n";
    }

    /// <summary>Each line as the JSON that says the same, as many as there may be and one more; or what keeps the file from being read.</summary>
    public static (IReadOnlyList<(int Line, JsonObject Json)> Rows, Refusal? Refusal) Read(ReadOnlyMemory<byte> bytes, int most = int.MaxValue - 1)
    {
        if (Text(bytes.Span) is not { } text) return ([], Refusal.Invalid("", "csv-encoding", "The file must be UTF-8."));
        var first = text.Split('\n', 2)[0];
        var separator = first.Count(c => c == ';') > first.Count(c => c == ',') ? ';' : ',';
        var (records, broken) = CsvRecords.Read(text, separator, most + 1);
        if (broken is { } line) return ([], Refusal.Invalid("", "csv", $"Line {line}: a quoted cell must be closed, and followed by a separator or the end of the line."));
        if (records.Count == 0) return ([], Refusal.Invalid("", "csv-columns", "The first line names the columns."));
        var names = records[0].Cells;
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count || !names.All(n => Array.Exists(Columns, c => c.Name == n)))
            return ([], Refusal.Invalid("", "csv-columns", $"The first line names columns of the catalogue, each once: {Header.TrimEnd()}."));
        var rows = new List<(int, JsonObject)>(records.Count - 1);
        foreach (var (at, cells) in records.Skip(1))
        {
            if (cells.Count > names.Count) return ([], Refusal.Invalid("", "csv", $"Line {at}: it has more cells than the first line names."));
            rows.Add((at, Json(names, cells, separator)));
        }
        return (rows, null);
    }

    /// <summary>An empty cell says that there is nothing; a column that is not there says nothing.</summary>
    private static JsonObject Json(IReadOnlyList<string> names, IReadOnlyList<string> cells, char separator)
    {
        var json = new JsonObject();
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Length > 0 || names[i] is not ("code" or "kind" or "typeCode")) json[names[i]] = cells[i].Length > 0 ? Value(cells[i], Array.Find(Columns, c => c.Name == names[i]).Type, separator) : null;
        return json;
    }

    /// <summary>What is no number stays text, and is found to be none by the rules of the row.</summary>
    private static JsonValue Value(string cell, Type type, char separator)
    {
        var style = CultureInfo.InvariantCulture;
        if (type == typeof(double)) return double.TryParse(separator == ';' ? cell.Replace(',', '.') : cell, NumberStyles.Float, style, out var real) && double.IsFinite(real) ? JsonValue.Create(real) : JsonValue.Create(cell);
        if (type == typeof(int) || type == typeof(long)) return long.TryParse(cell, NumberStyles.AllowLeadingSign, style, out var whole) ? JsonValue.Create(whole) : JsonValue.Create(cell);
        return JsonValue.Create(cell is ['\'', var next, ..] && IsActive(next) ? cell[1..] : cell);
    }

    private static string Cell(JsonNode? node, Type type)
    {
        if (node is null) return "";
        if (type != typeof(string)) return node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
        var text = node.GetValue<string>();
        if (text.Length > 0 && IsActive(text[0])) text = "'" + text;
        return text.AsSpan().IndexOfAny(",;\"\r\n") < 0 && text.Trim().Length == text.Length ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Begins a formula in some spreadsheet, or is the apostrophe that guards one.</summary>
    private static bool IsActive(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'' or '＝' or '＋' or '－' or '＠';

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
