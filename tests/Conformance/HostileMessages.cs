using System.Text;
using Coordination.CommandLine.Partners.EdxlRm;

namespace Coordination.Tests.Conformance;

/// <summary>Messages of EDXL-RM that no well-meaning sender makes, by what is wrong with each: a sound one with one thing changed, and the rule that it breaks.</summary>
internal static class HostileMessages
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    internal static readonly RmSample Sound = RmConversation.Begin(Now)[0];

    /// <summary>Who sends them, and is named as their sender.</summary>
    internal const string Sender = "fire";
    private const string NoXml = "rm-xml";
    private const string Namespace = "urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg";

    internal static IReadOnlyList<(string What, string Xml, string Rule)> All()
    {
        var (bare, enveloped) = (Sound.Xml(Now), Enveloped(Sound));
        var other = RmConversation.Begin(Now)[0].Xml(Now);
        return
        [
            ("nothing", "", NoXml),
            ("no XML", "Send two pumps, please.", NoXml),
            ("an external DTD", $"<!DOCTYPE m SYSTEM 'http://127.0.0.1:9/x.dtd'>{bare}", NoXml),
            ("a parameter entity", $"<!DOCTYPE m [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]>{bare}", NoXml),
            ("an entity that names a file", $"<!DOCTYPE m [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>{bare.Replace(">2<", ">&a;<", StringComparison.Ordinal)}", NoXml),
            ("quadratic blow-up", $"<!DOCTYPE m [<!ENTITY a '{new string('x', 10_000)}'>]>{bare.Replace(">2<", $">{string.Concat(Enumerable.Repeat("&a;", 10_000))}<", StringComparison.Ordinal)}", NoXml),
            ("33 levels", bare.Replace("Pump, 500 litres a minute", Deep(33), StringComparison.Ordinal), NoXml),
            ("200,000 levels", Deep(200_000), NoXml),
            ("65 attributes", bare.Replace("<m:Name>", $"<m:Name {Attributes(65)}>", StringComparison.Ordinal), NoXml),
            ("200,000 attributes", bare.Replace("<m:Name>", $"<m:Name {Attributes(200_000)}>", StringComparison.Ordinal), NoXml),
            ("10,001 elements", bare.Replace("Pump, 500 litres a minute", string.Concat(Enumerable.Repeat("<a/>", 10_001)), StringComparison.Ordinal), NoXml),
            ("10 MB of text", bare.Replace("Pump, 500 litres a minute", new string('x', 10_000_000), StringComparison.Ordinal), NoXml),
            ("a message without a namespace", bare.Replace(Namespace, "", StringComparison.Ordinal).Replace("xmlns:m=\"\"", "", StringComparison.Ordinal).Replace("m:", "", StringComparison.Ordinal), "rm-root"),
            ("another version", bare.Replace("EDXL:RM:1.0:msg", "EDXL:RM:9.0:msg", StringComparison.Ordinal), "rm-root"),
            ("two messages in an envelope", enveloped.Replace("</embeddedXMLContent>", $"{other}</embeddedXMLContent>", StringComparison.Ordinal), "rm-one-message"),
            ("two contents", enveloped.Replace("</EDXLDistribution>", $"<contentObject><xmlContent><embeddedXMLContent>{other}</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>", StringComparison.Ordinal), "rm-one-message"),
            ("a message wrapped into a signature", enveloped.Replace("<embeddedXMLContent>", "<embeddedXMLContent><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><Object>", StringComparison.Ordinal).Replace("</embeddedXMLContent>", "</Object></Signature></embeddedXMLContent>", StringComparison.Ordinal), "rm-root"),
            ("an envelope beside the message", $"{enveloped}{bare}", NoXml),
            ("two statuses", enveloped.Replace("<distributionType>", "<distributionStatus>Actual</distributionStatus><distributionType>", StringComparison.Ordinal), "rm-twice"),
            ("a status of its own", enveloped.Replace("<distributionStatus>Test<", "<distributionStatus>Perhaps<", StringComparison.Ordinal), "rm-value"),
            ("XInclude alone", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/hostname'/>", "rm-root"),
            ("a number of the year 10000", bare.Replace("2026-11-27T08:00:00+00:00", "10000-01-01T00:00:00Z", StringComparison.Ordinal), "rm-moment"),
            ("an entity that names an address", $"<!DOCTYPE m [<!ENTITY a SYSTEM 'http://127.0.0.1:9/x'>]>{bare.Replace(">2<", ">&a;<", StringComparison.Ordinal)}", NoXml),
            ("a billion laughs", $"<!DOCTYPE m [<!ENTITY a0 'ha'>{string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY a{n} '{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}'>"))}]>{bare.Replace(">2<", ">&a9;<", StringComparison.Ordinal)}", NoXml),
            ("a public DTD", $"<!DOCTYPE m PUBLIC '-//x//y' 'http://127.0.0.1:9/x.dtd'>{bare}", NoXml),
            ("a DTD that says nothing", $"<!DOCTYPE m []>{bare}", NoXml),
            ("an attribute that a DTD adds", $"<!DOCTYPE m [<!ATTLIST m a CDATA 'b'>]>{bare}", NoXml),
            ("an entity that nobody declared", bare.Replace(">2<", ">&other;<", StringComparison.Ordinal), NoXml),
            ("a character that XML has not", bare.Replace(">2<", ">&#1;<", StringComparison.Ordinal), NoXml),
            ("a zero byte", bare.Replace(">2<", ">\0<", StringComparison.Ordinal), NoXml),
            ("half a message", bare[..(bare.Length / 2)], NoXml),
            ("two messages", bare + other, NoXml),
            ("text after the message", bare + "and two pumps", NoXml),
            ("1,000 levels", bare.Replace("Pump, 500 litres a minute", Deep(1000), StringComparison.Ordinal), NoXml),
            ("the same attribute twice", bare.Replace("<m:Name>", "<m:Name a='1' a='2'>", StringComparison.Ordinal), NoXml),
            ("an attribute of 2 MB", bare.Replace("<m:Name>", $"<m:Name a='{new string('x', 2_000_000)}'>", StringComparison.Ordinal), NoXml),
            ("a comment of 2 MB", bare.Replace("<m:Name>", $"<!--{new string('x', 2_000_000)}--><m:Name>", StringComparison.Ordinal), NoXml),
            ("a prefix that nobody declared", bare.Replace("<m:Name>", "<q:Name>", StringComparison.Ordinal).Replace("</m:Name>", "</q:Name>", StringComparison.Ordinal), NoXml),
            ("two quantities", bare.Replace("<m:Quantity>", "<m:Quantity><r:QuantityText>200</r:QuantityText></m:Quantity><m:Quantity>", StringComparison.Ordinal), "rm-twice"),
            ("two ids", bare.Replace("<m:SentDateTime>", "<m:MessageID>another</m:MessageID><m:SentDateTime>", StringComparison.Ordinal), "rm-twice"),
            .. Twice(bare),
        ];
    }

    /// <summary>In an envelope that its sender's system made.</summary>
    internal static string Enveloped(RmSample message) => message.Enveloped(Now).Replace("conformance-check@", $"{Sender}@", StringComparison.Ordinal);

    /// <summary>What would be acted on, once more and otherwise, inside an element that stands once.</summary>
    private static IEnumerable<(string What, string Xml, string Rule)> Twice(string bare)
    {
        const string value = "<r:ValueListURN>urn:coordination:resource-type</r:ValueListURN><r:Value>pump</r:Value><r:Value>speedboat</r:Value>";
        (string What, string Before, string Added)[] cases =
        [
            ("two messages called back", "<m:ContactInformation>", "<m:MessageRecall><r:RecallMessageID>a</r:RecallMessageID><r:RecallMessageID>b</r:RecallMessageID><r:RecallType>Cancel</r:RecallType></m:MessageRecall>"),
            ("a recall and an update", "<m:ContactInformation>", "<m:MessageRecall><r:RecallMessageID>a</r:RecallMessageID><r:RecallType>Cancel</r:RecallType><r:RecallType>Update</r:RecallType></m:MessageRecall>"),
            ("two moments", "</m:ResourceInformation>", "<m:ScheduleInformation><r:ScheduleType>ReportTo</r:ScheduleType><r:DateTime>2026-11-27T09:00:00Z</r:DateTime><r:DateTime>2026-11-28T09:00:00Z</r:DateTime></m:ScheduleInformation>"),
            ("two kinds of moment", "</m:ResourceInformation>", "<m:ScheduleInformation><r:ScheduleType>ReportTo</r:ScheduleType><r:ScheduleType>Committed</r:ScheduleType></m:ScheduleInformation>"),
            ("two types", "</m:Resource>", $"<m:TypeStructure>{value}</m:TypeStructure>"),
            ("two statuses of deployment", "</m:Resource>", $"<m:ResourceStatus><m:DeploymentStatus>{value}</m:DeploymentStatus></m:ResourceStatus>"),
            ("two reasons", "<m:Resource>", $"<m:ResponseInformation><r:PrecedingResourceInfoElementID>1</r:PrecedingResourceInfoElementID><r:ResponseType>Accept</r:ResponseType><r:ReasonCode>{value}</r:ReasonCode></m:ResponseInformation>"),
            ("two amounts of a price", "</m:AssignmentInformation>", $"<m:PriceQuote>{Measured("<r:Amount>1</r:Amount><r:Amount>100</r:Amount>")}</m:PriceQuote>"),
            ("two currencies", "</m:AssignmentInformation>", $"<m:PriceQuote>{Measured($"<r:Amount>1</r:Amount><r:UnitOfMeasure>{value}</r:UnitOfMeasure>")}</m:PriceQuote>"),
            ("two measured prices", "</m:AssignmentInformation>", $"<m:PriceQuote>{Measured("<r:Amount>1</r:Amount>")}{Measured("<r:Amount>100</r:Amount>")}</m:PriceQuote>"),
        ];
        foreach (var (what, before, added) in cases) yield return (what, Changed(before, added + before), "rm-twice");
        yield return ("two amounts", Changed("<r:QuantityText>2</r:QuantityText>", Measured("<r:Amount>2</r:Amount><r:Amount>200</r:Amount>")), "rm-twice");

        string Changed(string old, string now) => bare.Contains(old, StringComparison.Ordinal) ? bare.Replace(old, now, StringComparison.Ordinal) : throw new InvalidOperationException($"The sound message has no {old}.");
    }

    internal static string Measured(string what) => $"<r:MeasuredQuantity>{what}</r:MeasuredQuantity>";

    /// <summary>Those, and what is none because of its bytes.</summary>
    internal static IEnumerable<(string What, byte[] Xml, string Rule)> Bytes() =>
    [
        .. All().Select(m => (m.What, Encoding.UTF8.GetBytes(m.Xml), m.Rule)),
        ("a parameter entity in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"<!DOCTYPE m [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]>{Sound.Xml(Now)}")], NoXml),
        ("bytes that are no UTF-8", [.. Encoding.UTF8.GetBytes("<m>"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("</m>")], NoXml),
        ("100 MB", new byte[100_000_000], NoXml),
    ];

    private static string Deep(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static string Attributes(int count) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"a{n}='1'"));
}
