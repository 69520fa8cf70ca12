using System.Text;
using System.Xml;
using Coordination.Contracts.Events;

namespace Coordination.Resources.Messages;

/// <summary>A message as its schema wants it: what its kind does not know is left out.</summary>
internal static class RmWriting
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <summary>UTF-8, the same for the same message.</summary>
    internal static byte[] Write(RmDocument message)
    {
        var shape = RmShape.Of(message.Kind ?? throw new ArgumentException("Only the sixteen kinds are written.", nameof(message)));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("rmsg", message.Type, RmNames.Message);
            xml.WriteAttributeString("xmlns", "rm", null, RmNames.Types);
            Header(xml, message, shape);
            foreach (var element in message.Elements) RmElementWriting.Write(xml, element, shape);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Header(XmlWriter xml, RmDocument message, RmShape shape)
    {
        xml.Say("MessageID", message.MessageId);
        xml.Say("SentDateTime", Instant(message.SentAt));
        xml.Say("MessageContentType", message.Type);
        xml.Say("MessageDescription", message.Description);
        xml.Say("OriginatingMessageID", message.ThreadId);
        if (!shape.IsFirst) xml.Say("PrecedingMessageID", message.PrecedingId);
        foreach (var incident in message.Incidents)
            xml.In("IncidentInformation", () =>
            {
                xml.Type("IncidentID", incident.Id);
                xml.Type("IncidentDescription", incident.Description);
            });
        if (message.Recall is { } recall)
            xml.In("MessageRecall", () =>
            {
                xml.Type("RecallMessageID", recall.MessageId);
                xml.Type("RecallType", recall.IsUpdate ? "Update" : "Cancel");
            });
        foreach (var funding in message.Funding.Where(_ => shape.HasFunding))
            xml.In("Funding", () =>
            {
                // The schema of RequestResource has its own Funding.
                var ns = shape.Kind == RmMessage.RequestResource ? RmNames.Message : RmNames.Types;
                Say(xml, "FundCode", funding.Code, ns);
                Say(xml, "FundingInfo", funding.Info, ns);
            });
        foreach (var contact in message.Contacts)
            xml.In("ContactInformation", () =>
            {
                xml.Type("ContactDescription", contact.Description);
                xml.Type("ContactRole", contact.Role);
            });
    }

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An element of messages; nothing where there is nothing to say.</summary>
    internal static void Say(this XmlWriter xml, string name, string? text) => Say(xml, name, text, RmNames.Message);

    /// <summary>An element of types; nothing where there is nothing to say.</summary>
    internal static void Type(this XmlWriter xml, string name, string? text) => Say(xml, name, text, RmNames.Types);

    internal static void In(this XmlWriter xml, string name, Action inside, string ns = RmNames.Message)
    {
        xml.WriteStartElement(name, ns);
        inside();
        xml.WriteEndElement();
    }

    private static void Say(XmlWriter xml, string name, string? text, string ns)
    {
        if (text is not null) xml.WriteElementString(name, ns, Harmless(text));
    }

    /// <summary>What XML cannot hold is left out.</summary>
    private static string Harmless(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) kept.Append(text[i]).Append(text[++i]);
        return kept.ToString();
    }
}
