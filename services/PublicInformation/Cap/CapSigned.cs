using System.Xml;

namespace Coordination.PublicInformation.Cap;

/// <summary>The document with every blank, as signatures need it: read only when an alert has one.</summary>
internal sealed class CapSigned(ReadOnlyMemory<byte> bytes, CapTrust trust)
{
    /// <summary>Each takes a copy of the alert and a check of its key: more are not looked at, and are told so.</summary>
    internal const int MostSigned = 20;
    private List<XmlElement>? alerts;
    private int looked;

    internal IReadOnlyList<CapSignature> Of(int which, CapContent content)
    {
        if (++looked > MostSigned) return [new([CapSignatureFact.NotChecked])];
        alerts ??= Load();
        return which < alerts.Count ? CapSignatures.Of(alerts[which], trust.Now, trust.Of(content.Sender)) : [new([CapSignatureFact.Malformed])];
    }

    private List<XmlElement> Load()
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var (reader, _) = CapBytes.Open(bytes, keepsAll: true);
        using (reader) document.Load(reader);
        var found = new List<XmlElement>();
        Collect(document.DocumentElement!, found);
        return found;
    }

    /// <summary>In the order in which they are read.</summary>
    private static void Collect(XmlElement at, List<XmlElement> found)
    {
        if (CapBody.IsSealed(at.LocalName, at.NamespaceURI)) return;
        if (at.LocalName == "alert") found.Add(at);
        else foreach (var child in at.ChildNodes.OfType<XmlElement>()) Collect(child, found);
    }
}
