using System.Text;
using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>A parameter or member as a row of a table.</summary>
internal sealed record Row(string Name, string Type, bool IsRequired, string Meaning)
{
    /// <summary>The members of an object; none of anything else.</summary>
    internal static IReadOnlyList<Row> Members(JsonNode? schema, JsonObject schemas)
    {
        if (TypeName.Referred(schema) is { } name) schema = schemas[name];
        if (schema?["properties"] is not JsonObject members) return [];
        var required = schema["required"]?.AsArray().Select(r => $"{r}").ToHashSet(StringComparer.Ordinal) ?? [];
        return [.. members.Select(m => new Row(m.Key, TypeName.Of(m.Value), required.Contains(m.Key), MeaningOf(m.Value, schemas)))];
    }

    internal static void AppendTable(StringBuilder page, Words w, string caption, IReadOnlyList<Row> rows)
    {
        if (rows.Count == 0) return;
        page.Append($"<table>\n<caption>{Html.Of(caption)}</caption>\n<thead><tr><th scope=\"col\">{w["name"]}</th><th scope=\"col\">{w["type"]}</th><th scope=\"col\">{w["required"]}</th>")
            .Append($"<th scope=\"col\">{w["meaning"]}</th></tr></thead>\n<tbody>\n");
        foreach (var row in rows)
            page.Append($"<tr><th scope=\"row\"><code>{Html.Of(row.Name)}</code></th><td>{Html.Of(row.Type)}</td><td>{w[row.IsRequired ? "yes" : "no"]}</td><td lang=\"en\">{Html.Of(row.Meaning)}</td></tr>\n");
        page.Append("</tbody>\n</table>\n");
    }

    /// <summary>What the member says of itself, or what its vocabulary allows.</summary>
    private static string MeaningOf(JsonNode? member, JsonObject schemas)
    {
        if (member?["description"] is { } own) return $"{own}";
        if (member?["items"] is { } items) return MeaningOf(items, schemas);
        return TypeName.Referred(member) is { } name && schemas[name]?["enum"] is JsonArray values ? string.Join(", ", values.Select(v => $"{v}")) : "";
    }
}
