using System.Text;
using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Conformance;

/// <summary>Alerts that no well-meaning sender writes are refused in words, or read without harm.</summary>
public sealed class CapHostileTests
{
    internal static readonly CapTrust Trust = new(new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), new Dictionary<string, List<string>>());
    internal const string Sound = """
        <?xml version="1.0" encoding="utf-8"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a1</identifier><sender>met@example.org</sender><sent>2026-11-29T08:00:00-00:00</sent>
        <status>Actual</status><msgType>Update</msgType><scope>Public</scope><references>met@example.org,a0,2026-11-29T07:00:00-00:00</references><info><language>en</language><category>Met</category><event>Flood</event>
        <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty><expires>2026-11-29T10:00:00-00:00</expires><headline>Flood</headline><description>Water rises.</description>
        <area><areaDesc>Valley</areaDesc><polygon>22.5,114.0 22.6,114.0 22.6,114.1 22.5,114.1 22.5,114.0</polygon><circle>22.5,114.0 10</circle><geocode><valueName>SAME</valueName><value>006109</value></geocode></area></info></alert>
        """;
    private const string Polygon = "22.5,114.0 22.6,114.0 22.6,114.1 22.5,114.1 22.5,114.0";

    public static TheoryData<string, string, string> Refused() => new()
    {
        { "nothing", "", "cap-xml" },
        { "no XML", "Water rises.", "cap-xml" },
        { "another document", "<invoice/>", "cap-none" },
        { "XInclude alone", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/hostname'/>", "cap-none" },
        { "an external DTD", With("<alert", "<!DOCTYPE alert SYSTEM 'http://127.0.0.1:9/x.dtd'><alert"), "cap-dtd" },
        { "a parameter entity", With("<alert", "<!DOCTYPE alert [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]><alert"), "cap-dtd" },
        { "an entity that names a file", With("<alert", "<!DOCTYPE alert [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><alert").Replace("Water", "&a;", StringComparison.Ordinal), "cap-dtd" },
        { "a thousand million laughs", With("<alert", "<!DOCTYPE alert [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><alert").Replace("Water", "&b;", StringComparison.Ordinal), "cap-dtd" },
        { "an entity that nobody declared", With("Water", "&water;"), "cap-xml" },
        { "33 levels", With("Water", Deep(33)), "cap-xml" },
        { "200,000 levels", Deep(200_000), "cap-xml" },
        { "65 attributes", With("<info>", $"<info {Attributes(65)}>"), "cap-xml" },
        { "200,000 attributes", With("<info>", $"<info {Attributes(200_000)}>"), "cap-xml" },
        { "100,001 elements", With("Water", string.Concat(Enumerable.Repeat("<a/>", 100_001))), "cap-xml" },
        { "10 MB of text", With("Water", new string('x', 10_000_000)), "cap-xml" },
        { "a control character", With("Water", "&#1;"), "cap-xml" },
        { "100,001 points", With(Polygon, string.Join(' ', Enumerable.Repeat("22.5,114.0", 100_001))), "cap-points" },
        { "1,001 alerts", $"<alerts>{string.Concat(Enumerable.Repeat("<alert/>", 1001))}</alerts>", "cap-many" },
        { "an alert in a signature alone", "<x><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><Object><alert/></Object></Signature></x>", "cap-none" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Is_refused(string what, string xml, string rule)
    {
        var (read, refusal) = CapBody.Read(Encoding.UTF8.GetBytes(xml), Trust);
        Assert.True(read is null && refusal is { Status: 400 } && refusal.Rule == rule, $"{what}: {refusal?.Rule}");
    }

    public static TheoryData<string, string, string> Flagged() => new()
    {
        { "two identifiers", With("</sender>", "</sender><identifier>b</identifier>"), "element-twice" },
        { "a reference to itself", With("met@example.org,a0,2026-11-29T07:00:00-00:00", "met@example.org,a1,2026-11-29T08:00:00-00:00"), "reference-to-itself" },
        { "a reference to the future", With("a0,2026-11-29T07", "a0,2026-11-29T09"), "reference-later" },
        { "a reference without a moment", With(",2026-11-29T07:00:00-00:00", ""), "reference-form" },
        { "it ends before it is sent", With("T10:00:00", "T07:00:00"), "expires-before-sent" },
        { "Z for UTC", With("08:00:00-00:00", "08:00:00Z"), "time-form" },
        { "a moment without an offset", With("08:00:00-00:00", "08:00:00"), "time-without-offset" },
        { "a moment that is none", With("T08:00:00-00:00", "T25:00:00-00:00"), "time-unreadable" },
        { "a foreign namespace", With("cap:1.2", "alerts:1.2"), "namespace" },
        { "two points", With(Polygon, "22.5,114.0 22.6,114.0"), "polygon-few" },
        { "a ring that crosses itself", With(Polygon, "22.5,114.0 22.6,114.1 22.6,114.0 22.5,114.1 22.5,114.0"), "polygon-crosses" },
        { "a ring that is open", With(" 22.5,114.1 22.5,114.0<", " 22.5,114.1<"), "polygon-open" },
        { "NaN", With(Polygon, "NaN,114 22,114 22,115 NaN,114"), "polygon-number" },
        { "1e999", With(Polygon, "1e999,114 22,114 22,115 1e999,114"), "polygon-number" },
        { "a latitude of 91", With(Polygon, "91,114 22,114 22,115 91,114"), "polygon-range" },
        { "brackets and line breaks", With(Polygon, "(22.5, 114.0)\n(22.6, 114.0)\t(22.6, 114.1)\n(22.5, 114.0)"), "polygon-form" },
        { "across the date line", With(Polygon, "10,179 10,-179 11,-179 11,179 10,179"), "polygon-date-line" },
        { "a radius below nothing", With("22.5,114.0 10<", "22.5,114.0 -1<"), "circle-range" },
        { "a word of its own", With("Severe", "Terrible"), "value-unknown" },
        { "a direction that turns", With("Water", "\u202EWater"), "hidden-characters" },
        { "a sender that looks like another", With("<sender>met@example.org", "<sender>m\u0435t@example.org"), "sender-not-ascii" },
        { "an encoding that is not its own", With("utf-8", "utf-16"), "encoding-misnamed" },
    };

    [Theory, MemberData(nameof(Flagged))]
    public void Is_read_and_named(string what, string xml, string rule)
    {
        var (read, refusal) = CapBody.Read(Encoding.UTF8.GetBytes(xml), Trust);
        Assert.True(refusal is null, $"{what}: {refusal?.Rule}");
        Assert.Contains(rule, read!.Findings.Concat(read.Alerts.SelectMany(a => a.Findings)).Select(f => f.Rule));
    }

    [Theory]
    [InlineData("UNCLASSIFIED", "", true)]
    [InlineData("TLP:RED", "", false)]
    [InlineData("", "", false)]
    [InlineData("UNCLASSIFIED", "<confidentiality>TLP:AMBER</confidentiality>", false)]
    public void The_strictest_word_of_an_envelope_counts_wherever_it_stands(string whole, string part, bool isOpen)
    {
        var confidentiality = whole.Length == 0 ? "" : $"<combinedConfidentiality>{whole}</combinedConfidentiality>";
        var envelope = $"<EDXLDistribution><distributionStatus>Test</distributionStatus>{confidentiality}<contentObject>{part}{Sound[Sound.IndexOf("<alert", StringComparison.Ordinal)..]}</contentObject></EDXLDistribution>";
        foreach (var xml in (string[])[envelope, $"<feed><entry>{envelope}</entry></feed>"])
        {
            var (read, _) = CapBody.Read(Encoding.UTF8.GetBytes(xml), Trust);
            Assert.Equal((isOpen, CapStatus.Test), (read!.IsOpen, Assert.Single(read.Alerts).Status));
        }
    }

    private static string With(string old, string put) => Sound.Replace(old, put, StringComparison.Ordinal);

    private static string Deep(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static string Attributes(int count) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"a{n}='1'"));
}
