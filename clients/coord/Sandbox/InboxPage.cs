using System.Globalization;
using System.Net;
using System.Text;

namespace Coordination.CommandLine.Sandbox;

/// <summary>The page: all that came, the newest first, and how to send what is right and what is wrong. It needs no script.</summary>
internal static class InboxPage
{
    private const int MostShown = 200;

    internal static string Of(Uri at, IReadOnlyList<Arrival> newest)
    {
        var site = at.ToString().TrimEnd('/');
        var page = new StringBuilder($$"""
            <!doctype html><html lang="{{(Language.IsChinese ? "zh" : "en")}}"><meta charset="utf-8"><title>{{Text(Language.Say($"Sandbox"))}}</title>
            <style>body{font:16px/1.5 sans-serif;max-width:75em;margin:1em auto;padding:0 1em}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.2em .8em .2em 0;border-bottom:1px solid #bbb}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>
            <h1>{{Text(Language.Say($"Sandbox"))}}</h1>
            <p>{{Text(Language.Say($"An agency that is none: what a region would send to yours comes here, and what you send here has no effect. The page shows what came; load it again for more."))}}</p>
            <pre>coord partner check {{site}}{{SandboxSite.HookPath}} --secret {{HookDesk.KnownSecret}}
            coord partner check {{site}}{{SandboxSite.FeedPath}} --kind cap-feed
            coord partner check {{site}}{{SandboxSite.MessagePath}} --kind edxl-rm
            curl --data-binary @message.xml -H 'Content-Type: application/xml' {{site}}{{SandboxSite.MessagePath}}
            curl {{site}}/messages</pre>
            <table><tr>
            """);
        foreach (var head in Language.Words("at", "door", "what", "status code", "result")) page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Text(head)}</th>");
        page.Append("</tr>");
        foreach (var a in newest.Take(MostShown))
            page.Append(CultureInfo.InvariantCulture,
                $"<tr><td>{a.At:HH:mm:ss}</td><td>{Text(a.Door)}</td><td>{Text(a.What)}</td><td>{a.Status}</td><td>{Text(a.Why)}<details><summary>{a.Body.Length}</summary><pre>{Text(a.Body)}</pre></details></td></tr>");
        return page.Append("</table></html>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
