using System.Text;
using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>The events on the page, by the service that writes them: what each says, its members, and a sample.</summary>
internal static class EventsPart
{
    internal static void Append(StringBuilder page, Words w, JsonObject asyncApi)
    {
        var (messages, schemas) = (asyncApi["components"]!["messages"]!.AsObject(), asyncApi["components"]!["schemas"]!.AsObject());
        page.Append($"<section aria-labelledby=\"events\">\n<h2 id=\"events\">{w["events"]}</h2>\n<p>{w["events.text"]}</p>\n");
        foreach (var service in messages.GroupBy(m => m.Key.Split('.')[0], StringComparer.Ordinal))
        {
            page.Append($"<h3>{service.Key}</h3>\n");
            foreach (var (type, message) in service) Append(page, w, type, message!, schemas);
        }
        page.Append("</section>\n");
    }

    private static void Append(StringBuilder page, Words w, string type, JsonNode message, JsonObject schemas)
    {
        page.Append($"<details id=\"{type}\">\n<summary><code>{type}</code> {w.Sentence($"{message["summary"]}")}</summary>\n");
        Row.AppendTable(page, w, w["members"], Row.Members(schemas[type], schemas));
        page.Append($"<p>{w["sample"]}</p>\n<pre tabindex=\"0\">{Html.Of(message["examples"]![0]!["payload"]!["data"]!.ToJsonString(Html.Readable))}</pre>\n</details>\n");
    }
}
