using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Coordination.CommandLine;

/// <summary>Rows that people read as a table, and pipes as a JSON array of objects.</summary>
internal static class Listing
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Option<bool> Json() => new("--json") { Description = "Prints JSON, for pipes." };

    /// <param name="isJson">For pipes.</param>
    /// <param name="title">Above the table; JSON has none.</param>
    /// <param name="columns">Their names, in JSON as they are.</param>
    /// <param name="rows">A value for each column.</param>
    internal static void Print(bool isJson, string? title, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows.Select(row => columns.Zip(row).ToDictionary(c => c.First, c => c.Second)), Indented));
            return;
        }
        var table = new Table().Border(TableBorder.Simple).AddColumns([.. columns.Select(c => Markup.Escape(Language.Word(c)))]);
        if (title is not null) table.Title(Markup.Escape(title));
        foreach (var row in rows) table.AddRow(row.Select(value => new Text(Language.Word($"{value}"))));
        Terminal.Open().Write(table);
    }
}
