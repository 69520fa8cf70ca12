using System.Net;
using System.Text;

namespace Coordination.Command.Situation;

/// <summary>Writes a page of headings and tables. Whatever text it is given is shown as that text: there is no way to hand it HTML.</summary>
internal sealed class PageWriter(string language) : IPage
{
    private const string Style = """
        @page { size: A4; margin: 12mm } body { font: 10pt/1.35 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 60rem; margin: 1rem auto; padding: 0 1rem }
        h1 { font-size: 15pt; margin: 0 0 .4rem } h2 { font-size: 11pt; margin: .8rem 0 .2rem } table { border-collapse: collapse; width: 100% }
        th, td { border: 1px solid #888; padding: .1rem .35rem; text-align: left; vertical-align: top } th { background: #eee } strong { border: 2px solid; padding: 0 .4rem }
        footer { margin-top: .8rem; border-top: 1px solid; font-size: 8pt; overflow-wrap: anywhere }
        """;

    private readonly StringBuilder html = new();

    public void Open(string title, string? mark)
    {
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Safe(language)).Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Safe(title)).Append("</title><style>").Append(Style).Append("</style></head><body>\n<h1>");
        if (mark is not null) html.Append("<strong>").Append(Safe(mark)).Append("</strong> ");
        html.Append(Safe(title)).Append("</h1>\n");
    }

    public void Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        html.Append("<table>");
        foreach (var (name, value) in facts) html.Append("<tr><th scope=\"row\">").Append(Safe(name)).Append("</th><td>").Append(Safe(value)).Append("</td></tr>\n");
        html.Append("</table>\n");
    }

    /// <summary>A table, or what is said in its place where it has no row.</summary>
    public void Table(string heading, string nothing, IEnumerable<string> columns, IEnumerable<string[]> rows)
    {
        html.Append("<h2>").Append(Safe(heading)).Append("</h2>\n");
        var all = rows.ToList();
        if (all.Count == 0)
        {
            html.Append("<p>").Append(Safe(nothing)).Append("</p>\n");
            return;
        }
        html.Append("<table><thead><tr>").AppendJoin("", columns.Select(c => $"<th scope=\"col\">{Safe(c)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (var row in all) html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Safe(cell)}</td>")).Append("</tr>\n");
        html.Append("</tbody></table>\n");
    }

    public void Footer(params IEnumerable<string> lines) => html.Append("<footer>").AppendJoin("<br>", lines.Select(Safe)).Append("</footer>\n");

    public string Close() => html.Append("</body></html>\n").ToString();

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
