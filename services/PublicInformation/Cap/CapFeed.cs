using System.Globalization;
using System.Text;
using System.Xml;

namespace Coordination.PublicInformation.Cap;

/// <summary>Atom and RSS 2.0, with CAP's elements beside their own.</summary>
internal sealed class CapFeed : IDisposable
{
    /// <summary>Readers take a feed of this size (OASIS, CAP Feeds).</summary>
    internal const int MostBytes = 900 * 1024;
    private const string AtomSpace = "http://www.w3.org/2005/Atom", CapSpace = "urn:oasis:names:tc:emergency:cap:1.2";
    private readonly XmlWriter xml;
    private readonly MemoryStream bytes = new();

    private CapFeed() => xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true });

    public void Dispose()
    {
        xml.Dispose();
        bytes.Dispose();
    }

    internal static byte[] Atom(CapFeedAsk ask, IReadOnlyList<CapHit> hits)
    {
        using var feed = new CapFeed();
        feed.xml.WriteStartElement("feed", AtomSpace);
        feed.xml.WriteAttributeString("xmlns", "cap", null, CapSpace);
        feed.Element("id", $"urn:coordination:alerts-in-force:{Uri.EscapeDataString(ask.Self)}");
        feed.Element("title", "Alerts in force");
        feed.Element("updated", Time(hits.Select(h => h.Message.ReceivedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        feed.Link(ask.Self, "self", "application/atom+xml");
        foreach (var hit in hits) if (feed.HasRoom()) feed.Entry(ask, hit);
        return feed.End();
    }

    internal static byte[] Rss(CapFeedAsk ask, IReadOnlyList<CapHit> hits)
    {
        using var feed = new CapFeed();
        feed.xml.WriteStartElement("rss");
        feed.xml.WriteAttributeString("version", "2.0");
        feed.xml.WriteAttributeString("xmlns", "cap", null, CapSpace);
        feed.xml.WriteStartElement("channel");
        feed.xml.WriteElementString("title", "Alerts in force");
        feed.xml.WriteElementString("link", ask.Self);
        feed.xml.WriteElementString("description", "Alerts in force");
        foreach (var hit in hits) if (feed.HasRoom()) feed.Item(ask, hit);
        return feed.End();
    }

    private void Entry(CapFeedAsk ask, CapHit hit)
    {
        var (message, info) = (hit.Message, ask.Info(hit.Message));
        xml.WriteStartElement("entry", AtomSpace);
        Element("id", $"urn:uuid:{message.Id}");
        Element("title", ask.Title(message));
        Element("updated", Time(message.Sent!.Value));
        xml.WriteStartElement("author", AtomSpace);
        Element("name", info?.SenderName ?? message.Sender);
        xml.WriteEndElement();
        if (hit.HasOriginal) Link(ask.Original(message), null, "application/cap+xml");
        else Link(ask.Link(message), null, "application/json");
        Element("summary", Short(info?.Description));
        Cap(message, info, Time);
        xml.WriteEndElement();
    }

    private void Item(CapFeedAsk ask, CapHit hit)
    {
        var (message, info) = (hit.Message, ask.Info(hit.Message));
        xml.WriteStartElement("item");
        xml.WriteElementString("title", ask.Title(message));
        xml.WriteElementString("link", hit.HasOriginal ? ask.Original(message) : ask.Link(message));
        if (Short(info?.Description) is { } summary) xml.WriteElementString("description", summary);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString($"urn:uuid:{message.Id}");
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", message.Sent!.Value.ToString("r", CultureInfo.InvariantCulture));
        Cap(message, info, Time);
        xml.WriteEndElement();
    }

    private void Cap(CapMessage message, CapInfo? info, Func<DateTimeOffset, string> time)
    {
        (string, string?)[] said =
        [
            ("status", $"{message.Status}"), ("msgType", $"{message.MessageType}"), ("event", info?.Event), ("urgency", info?.Urgency), ("severity", info?.Severity), ("certainty", info?.Certainty),
            ("effective", time(message.StartsAt)), ("expires", time(message.EndsAt)), ("areaDesc", info is { Areas.Count: > 0 } ? Short(string.Join("; ", info.Areas)) : null),
        ];
        foreach (var (name, value) in said)
            if (value is not null) xml.WriteElementString("cap", name, CapSpace, value);
    }

    private void Element(string name, string? value)
    {
        if (value is not null) xml.WriteElementString(name, AtomSpace, value);
    }

    private void Link(string href, string? rel, string type)
    {
        xml.WriteStartElement("link", AtomSpace);
        if (rel is not null) xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    /// <summary>An entry has at most some 10 KB.</summary>
    private bool HasRoom()
    {
        xml.Flush();
        return bytes.Length < MostBytes - 16_384;
    }

    private byte[] End()
    {
        xml.Close();
        return bytes.ToArray();
    }

    private static string? Short(string? text) => text is null ? null : CapText.Clip(text, 1000);

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
