using System.Text;
using Coordination.CommandLine.Partners.EdxlRm;

namespace Coordination.Tests.Conformance;

/// <summary>Messages of EDXL-RM that no well-meaning sender makes, by what is wrong with each: a sound one with one thing changed.</summary>
internal static class HostileMessages
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    internal static readonly RmSample Sound = RmConversation.Begin(Now)[0];
    private const string Namespace = "urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg";

    internal static IReadOnlyList<(string What, string Xml)> All()
    {
        var (bare, enveloped) = (Sound.Xml(Now), Sound.Enveloped(Now));
        var other = RmConversation.Begin(Now)[0].Xml(Now);
        return
        [
            ("nothing", ""),
            ("no XML", "Send two pumps, please."),
            ("an external DTD", $"<!DOCTYPE m SYSTEM 'http://127.0.0.1:9/x.dtd'>{bare}"),
            ("a parameter entity", $"<!DOCTYPE m [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]>{bare}"),
            ("an entity that names a file", $"<!DOCTYPE m [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>{bare.Replace(">2<", ">&a;<", StringComparison.Ordinal)}"),
            ("quadratic blow-up", $"<!DOCTYPE m [<!ENTITY a '{new string('x', 10_000)}'>]>{bare.Replace(">2<", $">{string.Concat(Enumerable.Repeat("&a;", 10_000))}<", StringComparison.Ordinal)}"),
            ("33 levels", bare.Replace("Pump, 500 litres a minute", Deep(33), StringComparison.Ordinal)),
            ("200,000 levels", Deep(200_000)),
            ("65 attributes", bare.Replace("<m:Name>", $"<m:Name {Attributes(65)}>", StringComparison.Ordinal)),
            ("200,000 attributes", bare.Replace("<m:Name>", $"<m:Name {Attributes(200_000)}>", StringComparison.Ordinal)),
            ("10,001 elements", bare.Replace("Pump, 500 litres a minute", string.Concat(Enumerable.Repeat("<a/>", 10_001)), StringComparison.Ordinal)),
            ("10 MB of text", bare.Replace("Pump, 500 litres a minute", new string('x', 10_000_000), StringComparison.Ordinal)),
            ("a message without a namespace", bare.Replace(Namespace, "", StringComparison.Ordinal).Replace("xmlns:m=\"\"", "", StringComparison.Ordinal).Replace("m:", "", StringComparison.Ordinal)),
            ("another version", bare.Replace("EDXL:RM:1.0:msg", "EDXL:RM:9.0:msg", StringComparison.Ordinal)),
            ("two messages in an envelope", enveloped.Replace("</embeddedXMLContent>", $"{other}</embeddedXMLContent>", StringComparison.Ordinal)),
            ("two contents", enveloped.Replace("</EDXLDistribution>", $"<contentObject><xmlContent><embeddedXMLContent>{other}</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>", StringComparison.Ordinal)),
            ("a message wrapped into a signature", enveloped.Replace("<embeddedXMLContent>", "<embeddedXMLContent><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><Object>", StringComparison.Ordinal).Replace("</embeddedXMLContent>", "</Object></Signature></embeddedXMLContent>", StringComparison.Ordinal)),
            ("an envelope beside the message", $"{enveloped}{bare}"),
            ("two statuses", enveloped.Replace("<distributionType>", "<distributionStatus>Actual</distributionStatus><distributionType>", StringComparison.Ordinal)),
            ("a status of its own", enveloped.Replace("<distributionStatus>Test<", "<distributionStatus>Perhaps<", StringComparison.Ordinal)),
            ("XInclude alone", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/hostname'/>"),
            ("a number of the year 10000", bare.Replace("2026-11-27T08:00:00+00:00", "10000-01-01T00:00:00Z", StringComparison.Ordinal)),
            ("an entity that names an address", $"<!DOCTYPE m [<!ENTITY a SYSTEM 'http://127.0.0.1:9/x'>]>{bare.Replace(">2<", ">&a;<", StringComparison.Ordinal)}"),
            ("a billion laughs", $"<!DOCTYPE m [<!ENTITY a0 'ha'>{string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY a{n} '{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}'>"))}]>{bare.Replace(">2<", ">&a9;<", StringComparison.Ordinal)}"),
            ("a public DTD", $"<!DOCTYPE m PUBLIC '-//x//y' 'http://127.0.0.1:9/x.dtd'>{bare}"),
            ("a DTD that says nothing", $"<!DOCTYPE m []>{bare}"),
            ("an attribute that a DTD adds", $"<!DOCTYPE m [<!ATTLIST m a CDATA 'b'>]>{bare}"),
            ("an entity that nobody declared", bare.Replace(">2<", ">&other;<", StringComparison.Ordinal)),
            ("a character that XML has not", bare.Replace(">2<", ">&#1;<", StringComparison.Ordinal)),
            ("a zero byte", bare.Replace(">2<", ">\0<", StringComparison.Ordinal)),
            ("half a message", bare[..(bare.Length / 2)]),
            ("two messages", bare + other),
            ("text after the message", bare + "and two pumps"),
            ("1,000 levels", bare.Replace("Pump, 500 litres a minute", Deep(1000), StringComparison.Ordinal)),
            ("the same attribute twice", bare.Replace("<m:Name>", "<m:Name a='1' a='2'>", StringComparison.Ordinal)),
            ("an attribute of 2 MB", bare.Replace("<m:Name>", $"<m:Name a='{new string('x', 2_000_000)}'>", StringComparison.Ordinal)),
            ("a comment of 2 MB", bare.Replace("<m:Name>", $"<!--{new string('x', 2_000_000)}--><m:Name>", StringComparison.Ordinal)),
            ("a prefix that nobody declared", bare.Replace("<m:Name>", "<q:Name>", StringComparison.Ordinal).Replace("</m:Name>", "</q:Name>", StringComparison.Ordinal)),
            ("two quantities", bare.Replace("<m:Quantity>", "<m:Quantity><r:QuantityText>200</r:QuantityText></m:Quantity><m:Quantity>", StringComparison.Ordinal)),
            ("two ids", bare.Replace("<m:SentDateTime>", "<m:MessageID>another</m:MessageID><m:SentDateTime>", StringComparison.Ordinal)),
        ];
    }

    /// <summary>Those, and what is none because of its bytes.</summary>
    internal static IEnumerable<(string What, byte[] Xml)> Bytes() =>
    [
        .. All().Select(m => (m.What, Encoding.UTF8.GetBytes(m.Xml))),
        ("a parameter entity in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"<!DOCTYPE m [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]>{Sound.Xml(Now)}")]),
        ("bytes that are no UTF-8", [.. Encoding.UTF8.GetBytes("<m>"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("</m>")]),
        ("100 MB", new byte[100_000_000]),
    ];

    private static string Deep(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static string Attributes(int count) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"a{n}='1'"));
}
