using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>What a feed owes (RFC 4287, RSS 2.0) and does not have: it is read all the same.</summary>
internal static class CapWrapper
{
    private const string AtomSpace = "http://www.w3.org/2005/Atom";
    private static readonly string[] AtomParts = ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];

    internal static void Look(Markup root, CapBodyKind kind, CapFindings findings)
    {
        if (kind == CapBodyKind.Atom) Atom(root, findings);
        if (kind == CapBodyKind.Rss) foreach (var channel in root.Each("channel")) Rss(channel, findings);
        if (kind != CapBodyKind.EdxlDe) return;
        foreach (var owed in (string[])["distributionID", "senderID", "dateTimeSent", "distributionStatus", "distributionType", "combinedConfidentiality"])
            findings.AddIf(root.Says(owed) is null, "envelope-incomplete", owed);
    }

    private static void Atom(Markup feed, CapFindings findings)
    {
        foreach (var owed in (string[])["id", "title", "updated"]) findings.AddIf(feed.Says(owed) is null, $"feed-without-{owed}", "feed");
        findings.AddIf(feed.Children.Any(c => c.Namespace == AtomSpace && !AtomParts.Contains(c.Name)), "feed-unknown-element", "feed");
        var n = 0;
        foreach (var entry in feed.Each("entry"))
        {
            var at = $"feed/entry[{++n}]";
            foreach (var owed in (string[])["id", "title", "updated"]) findings.AddIf(entry.Says(owed) is null, $"entry-without-{owed}", at);
            findings.AddIf(!entry.Each("link").Any() && !entry.Each("content").Any(), "entry-without-link", at);
        }
    }

    private static void Rss(Markup channel, CapFindings findings)
    {
        foreach (var owed in (string[])["title", "link", "description"]) findings.AddIf(channel.Says(owed) is null, $"feed-without-{owed}", "channel");
        var n = 0;
        foreach (var item in channel.Each("item"))
        {
            var at = $"channel/item[{++n}]";
            findings.AddIf(item.Says("title") is null && item.Says("description") is null, "entry-without-title", at);
            findings.AddIf(item.Says("link") is null && !item.Each("alert").Any(), "entry-without-link", at);
        }
    }
}
