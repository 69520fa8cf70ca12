using System.Text.Json.Nodes;
using Spectre.Console;

namespace Coordination.CommandLine.Desks;

/// <summary>Views as people read them: names of members and values of vocabularies in their language, what somebody wrote as it is.</summary>
internal static class Answers
{
    internal static void Card(JsonNode? view, IReadOnlyList<string> members)
    {
        var of = Shown.Of(members);
        var grid = new Grid().AddColumn().AddColumn();
        foreach (var member in members)
            if (At(view, member) is { } value) grid.AddRow(new Text(Language.Word(member, of)), new Text(Plain(member, value, of)));
        Terminal.Open().Write(grid);
    }

    internal static void Table(JsonArray items, IReadOnlyList<string> members)
    {
        var table = new Table().Border(TableBorder.Simple);
        var of = Shown.Of(members);
        foreach (var member in members) table.AddColumn(Language.Word(member, of));
        foreach (var item in items) table.AddRow(members.Select(m => new Text(At(item, m) is { } value ? Plain(m, value, of) : "")));
        Terminal.Open().Write(table);
    }

    /// <summary>A member, or a member of a member: <c>task.kind</c>.</summary>
    private static JsonNode? At(JsonNode? view, string path) => path.Split('.').Aggregate(view, (node, name) => (node as JsonObject)?[name]);

    private static string Plain(string member, JsonNode value, string? of) => value is JsonArray list ? string.Join(", ", list.Select(i => One(member, $"{i}", of))) : One(member, $"{value}", of);

    private static string One(string member, string value, string? of) => Shown.Prose.Contains(member) ? value : Language.Word(value, of);
}
