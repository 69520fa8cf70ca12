using System.Text;
using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>A service on the page: what it owns, and each of its operations with what it takes and gives.</summary>
internal static class OperationsPart
{
    internal static void Append(StringBuilder page, Words w, string service, JsonObject document)
    {
        page.Append($"<section aria-labelledby=\"{service}\">\n<h2 id=\"{service}\">{w[$"{service}.name"]}</h2>\n<p>{w[$"{service}.text"]}</p>\n");
        if (service != "region") page.Append($"<p><a href=\"/openapi/{service}.json\">/openapi/{service}.json</a></p>\n");
        var schemas = document["components"]?["schemas"]?.AsObject() ?? [];
        foreach (var (path, item) in document["paths"]!.AsObject())
            foreach (var (method, operation) in item!.AsObject())
                Append(page, w, method.ToUpperInvariant(), path, operation!.AsObject(), schemas);
        page.Append("</section>\n");
    }

    private static void Append(StringBuilder page, Words w, string method, string path, JsonObject operation, JsonObject schemas)
    {
        var id = Html.Text(operation["operationId"]);
        page.Append($"<details id=\"{id}\">\n<summary><code class=\"call\"><b>{method}</b> {Html.Of(path)}</code> {w.Sentence($"{operation["summary"]}")}</summary>\n");
        var roles = operation["x-roles"] is JsonArray named ? string.Join(", ", named.Select(r => $"<code>{Html.Text(r)}</code>")) : w["anyone"];
        page.Append($"<p>{w["operation"]}: <code>{id}</code>. {w["roles"]}: {roles}.</p>\n");
        var parameters = (operation["parameters"]?.AsArray() ?? []).Select(p => new Row(
            $"{p!["name"]}", $"{p["in"]}, {TypeName.Of(p["schema"])}", p["required"]?.GetValue<bool>() == true, $"{p["description"]}")).ToList();
        Row.AppendTable(page, w, w["parameters"], parameters);
        Row.AppendTable(page, w, w["body"], Row.Members(operation["requestBody"]?["content"]?["application/json"]?["schema"], schemas));
        foreach (var (status, answer) in operation["responses"]!.AsObject().Where(r => r.Key[0] == '2'))
        {
            var shape = answer!["content"]?["application/json"]?["schema"];
            var title = $"{w["answer"]} {status}{(shape is null ? "" : $": {TypeName.Of(shape)}")}";
            if (Row.Members(shape, schemas) is { Count: > 0 } members) Row.AppendTable(page, w, title, members);
            else page.Append($"<p>{Html.Of(title)}</p>\n");
        }
        page.Append("</details>\n");
    }
}
