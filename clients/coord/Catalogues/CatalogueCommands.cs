using System.CommandLine;
using Coordination.CommandLine.Desks;

namespace Coordination.CommandLine.Catalogues;

/// <summary><c>coord catalogue</c>: what an agency has, as one table into its book and out of it.</summary>
internal static class CatalogueCommands
{
    internal static Command Command() => new("catalogue", "What your agency has, as one table: units, stock, shelters, posts, experts, money.") { Import(), Export() };

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "The table as CSV, of any length; - for standard input. The first line names its columns." };
        var from = new Option<int>("--from") { Description = "Goes on from this line of a file that was cut off." };
        return Desk.Command("import", "Enters a table in your agency's book by your own codes. A column that is not there leaves what is known; rows that are refused are named and left out.", async (parsed, desk, ct) =>
        {
            var name = parsed.GetRequiredValue(file);
            return await new CatalogueImport(desk, name, CatalogueTable.Of(name, await Body.TextAsync(name, ct, isTable: true))).RunAsync(parsed.GetValue(from), ct);
        }, file, from);
    }

    private static Command Export() => Desk.Command("export", "Prints your agency's catalogue as CSV, whole: the table that gives it back.", async (_, desk, ct) =>
    {
        var path = $"/v1/agencies/{desk.Agency}/catalogue";
        if (desk.IsJson) return await desk.ListAsync(path, ct);
        await using var output = Console.OpenStandardOutput();
        return await desk.CopyTableAsync(path, output, ct) is { } refused ? Desk.Refuse(refused) : Exit.Good;
    });
}
