using System.Xml;
using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>The alerts of a document: one alone, several in a wrapper, or those in a feed (Atom, RSS) or an envelope (EDXL-DE).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Alerts">In their order; none where a feed has none, or only points to them.</param>
/// <param name="IsOpen">False where the envelope says that it is not for all.</param>
/// <param name="Findings">What is odd about the wrapper.</param>
internal sealed record CapBody(CapBodyKind Kind, IReadOnlyList<CapContent> Alerts, bool IsOpen, IReadOnlyList<CapFinding> Findings)
{
    internal const int MostAlerts = 1000, MostNames = 10_000;
    private const string Distribution = "EDXLDistribution", Dsig = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly string[] Open = ["UNCLASSIFIED", "UNCLASSIFIED AND NOT SENSITIVE", "PUBLIC", "TLP:CLEAR", "TLP:WHITE"];

    /// <summary>Refused is what is no XML, exceeds a bound, or is neither an alert nor a feed or envelope of them.</summary>
    internal static (CapBody?, Refusal?) Read(ReadOnlyMemory<byte> bytes, CapTrust trust)
    {
        try
        {
            var (reader, isMisnamed) = CapBytes.Open(bytes);
            Markup root;
            using (reader) root = Markup.Read(reader, CapMarkup.MostElements);
            var kind = KindOf(root);
            var found = new List<(Markup Alert, bool IsInside, Markup? Envelope)>();
            Collect(root, kind is CapBodyKind.Cap or CapBodyKind.Other, null, found);
            if (found.Count == 0 && kind is CapBodyKind.Cap or CapBodyKind.Other) return (null, Refusal.Invalid("", "cap-none", "Must be a CAP alert, or an Atom or RSS feed or an EDXL-DE envelope of them."));
            if (found.Count > MostAlerts) return (null, Refusal.Invalid("", "cap-many", $"At most {MostAlerts} alerts come in one document."));
            var (findings, places) = (new CapFindings(), new CapPlaces(new()));
            findings.AddIf(isMisnamed, "encoding-misnamed", "document");
            findings.AddIf(found.Count == 0, "no-alert", "document");
            CapWrapper.Look(root, kind, findings);
            var signed = new CapSigned(bytes, trust);
            var (alerts, references, codes) = (new List<CapContent>(), 0, 0);
            for (var n = 0; n < found.Count; n++)
            {
                var own = new CapFindings();
                places = places.For(own);
                own.AddIf(!found[n].IsInside, "outside-entry", "document");
                var content = Enveloped(found[n].Envelope, CapReader.Read(found[n].Alert, own, places, trust), own);
                // Each becomes a row or several. They are not left out here: an alert would be found nowhere, or never end.
                if ((references += content.References.Count) > MostNames || (codes += content.Codes.Count) > MostNames)
                    return (null, Refusal.Invalid("", "cap-names", $"A document has at most {MostNames} references and {MostNames} area codes: bring its alerts in several."));
                alerts.Add(content with { Findings = own.Found, Signatures = found[n].Alert.Children.Any(c => c.Name == "Signature" && c.Namespace == Dsig) ? signed.Of(n, content) : [new([CapSignatureFact.Missing])] });
            }
            return (new(kind, alerts, IsForAll(root), findings.Found), null);
        }
        catch (CapPointsException)
        {
            return (null, Refusal.Invalid("", "cap-points", $"A document has at most {CapPlaces.MostPoints} points in its polygons and circles."));
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return (null, HasDtd(bytes.Span)
                ? Refusal.Invalid("", "cap-dtd", "Must be XML without a document type: nothing is fetched or expanded.")
                : Refusal.Invalid("", "cap-xml", $"Must be one well-formed XML document: at most {CapMarkup.MostCharacters} characters, {Markup.MostDepth} levels, {Markup.MostAttributes} attributes at an element, {CapMarkup.MostElements} elements."));
        }
    }

    private static CapBodyKind KindOf(Markup root) => root.Name switch
    {
        "alert" or "alerts" => CapBodyKind.Cap,
        "feed" => CapBodyKind.Atom,
        "rss" or "RDF" => CapBodyKind.Rss,
        Distribution => CapBodyKind.EdxlDe,
        _ => CapBodyKind.Other,
    };

    /// <summary>Never within an alert or a signature: what stands there is no alert that its sender sent.</summary>
    internal static bool IsSealed(string name, string ns) => name == "Signature" && ns == Dsig;

    private static void Collect(Markup at, bool isInside, Markup? envelope, List<(Markup, bool, Markup?)> found)
    {
        if (IsSealed(at.Name, at.Namespace)) return;
        if (at.Name == "alert")
        {
            found.Add((at, isInside, envelope));
            return;
        }
        foreach (var child in at.Children) Collect(child, isInside || at.Name is "entry" or "item" or "contentObject", at.Name == Distribution ? at : envelope, found);
    }

    /// <summary>What an envelope calls an exercise or a test is one, whatever the alert in it says.</summary>
    private static CapContent Enveloped(Markup? envelope, CapContent content, CapFindings findings)
    {
        if (envelope is null || content.Status != CapStatus.Actual) return content;
        var status = Enum.TryParse<CapStatus>(envelope.Says("distributionStatus"), ignoreCase: true, out var said) && Enum.IsDefined(said) ? said : CapStatus.Unknown;
        findings.AddIf(status != CapStatus.Actual, "envelope-status", "document");
        return content with { Status = status };
    }

    /// <summary>The strictest word of the document: an envelope that says none is not for all, wherever it stands.</summary>
    private static bool IsForAll(Markup at) => at.Name == "alert" || (IsOpenAs(at) && at.Children.All(IsForAll));

    private static bool IsOpenAs(Markup at) => at.Name switch
    {
        Distribution => at.Says("combinedConfidentiality") is { } said && Open.Contains(said.ToUpperInvariant()),
        "contentObject" => at.Each("confidentiality").All(c => Open.Contains(c.Text.ToUpperInvariant())),
        _ => true,
    };

    private static bool HasDtd(ReadOnlySpan<byte> bytes) => bytes.IndexOf("<!DOCTYPE"u8) >= 0 || bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
        || bytes.IndexOf(System.Text.Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0;
}
