using System.Text;
using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>The contracts as one page of plain HTML: no script, nothing from elsewhere, and a policy that allows the one style it carries.</summary>
internal static class DocsPage
{
    internal static StoredPage Of(ContractFiles files, string language)
    {
        var style = files.Style();
        return new("text/html; charset=utf-8", Text(files, language, style), $"default-src 'none'; style-src {StoredPage.HashOf(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    internal static string Text(ContractFiles files, string language, string style)
    {
        var words = files.Words(language);
        var documents = files.Documents().ToList();
        var page = new StringBuilder();
        page.Append(Head(words, style)).Append(Contents(words, documents.Select(d => d.Name))).Append("<main id=\"main\">\n").Append(Start(words));
        foreach (var (name, document) in documents) OperationsPart.Append(page, words, name, document);
        EventsPart.Append(page, words, JsonNode.Parse(files.AsyncApi())!.AsObject());
        ProtosPart.Append(page, words, files);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Head(Words w, string style) => $"""
        <!doctype html>
        <html lang="{w.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{w["title"]}</title>
        <style>{style}</style>
        </head>
        <body>
        <a class="skip" href="#main">{w["skip"]}</a>
        <header>
        <h1>{w["title"]}</h1>
        <p><a href="/docs/{w["other.tag"]}" hreflang="{w["other.tag"]}" lang="{w["other.tag"]}">{w["other"]}</a></p>
        </header>

        """;

    private static string Contents(Words w, IEnumerable<string> services) => $"""
        <nav aria-label="{w["contents"]}">
        <ul>
        <li><a href="#start">{w["start"]}</a></li>
        {string.Concat(services.Select(s => $"<li><a href=\"#{s}\">{w[$"{s}.name"]}</a></li>\n"))}<li><a href="#events">{w["events"]}</a></li>
        <li><a href="#proto">{w["proto"]}</a></li>
        </ul>
        </nav>

        """;

    private static string Start(Words w) => $"""
        <section aria-labelledby="start">
        <h2 id="start">{w["start"]}</h2>
        <p>{w["start.text"]}</p>
        <ul>
        <li><a href="/openapi/v1.json">/openapi/v1.json</a>: {w["start.openapi"]}</li>
        <li><a href="/asyncapi/v1.json">/asyncapi/v1.json</a>: {w["start.asyncapi"]}</li>
        <li><a href="#proto">/proto/…</a>: {w["start.proto"]}</li>
        </ul>
        <h3>{w["rules"]}</h3>
        <ul>
        {string.Concat(w.Keys.Where(k => k.StartsWith("rule.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(k => $"<li>{w[k]}</li>\n"))}</ul>
        </section>

        """;
}
