using System.Diagnostics;
using System.Text;
using Coordination.CommandLine.Partners.EdxlRm;
using Coordination.Contracts.Events;
using Coordination.Resources.Messages;

namespace Coordination.Tests.Conformance;

/// <summary>Messages that no well-meaning sender makes are refused in words, whatever is in them.</summary>
public sealed class RmHostileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    private static readonly RmSample Sound = RmConversation.Begin(Now)[0];

    public static TheoryData<string, string> Documents()
    {
        var (bare, enveloped) = (Sound.Xml(Now), Sound.Enveloped(Now));
        var other = RmConversation.Begin(Now)[0].Xml(Now);
        return new()
        {
            { "nothing", "" },
            { "no XML", "Send two pumps, please." },
            { "an external DTD", $"<!DOCTYPE m SYSTEM 'http://127.0.0.1:9/x.dtd'>{bare}" },
            { "a parameter entity", $"<!DOCTYPE m [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]>{bare}" },
            { "an entity that names a file", $"<!DOCTYPE m [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>{bare.Replace(">2<", ">&a;<", StringComparison.Ordinal)}" },
            { "quadratic blow-up", $"<!DOCTYPE m [<!ENTITY a '{new string('x', 10_000)}'>]>{bare.Replace(">2<", $">{string.Concat(Enumerable.Repeat("&a;", 10_000))}<", StringComparison.Ordinal)}" },
            { "33 levels", bare.Replace("Pump, 500 litres a minute", Deep(33), StringComparison.Ordinal) },
            { "200,000 levels", Deep(200_000) },
            { "65 attributes", bare.Replace("<m:Name>", $"<m:Name {Attributes(65)}>", StringComparison.Ordinal) },
            { "200,000 attributes", bare.Replace("<m:Name>", $"<m:Name {Attributes(200_000)}>", StringComparison.Ordinal) },
            { "10,001 elements", bare.Replace("Pump, 500 litres a minute", string.Concat(Enumerable.Repeat("<a/>", 10_001)), StringComparison.Ordinal) },
            { "10 MB of text", bare.Replace("Pump, 500 litres a minute", new string('x', 10_000_000), StringComparison.Ordinal) },
            { "a message without a namespace", bare.Replace(RmNames.Message, "", StringComparison.Ordinal).Replace("xmlns:m=\"\"", "", StringComparison.Ordinal).Replace("m:", "", StringComparison.Ordinal) },
            { "another version", bare.Replace("EDXL:RM:1.0:msg", "EDXL:RM:9.0:msg", StringComparison.Ordinal) },
            { "two messages in an envelope", enveloped.Replace("</embeddedXMLContent>", $"{other}</embeddedXMLContent>", StringComparison.Ordinal) },
            { "two contents", enveloped.Replace("</EDXLDistribution>", $"<contentObject><xmlContent><embeddedXMLContent>{other}</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>", StringComparison.Ordinal) },
            { "a message wrapped into a signature", enveloped.Replace("<embeddedXMLContent>", "<embeddedXMLContent><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><Object>", StringComparison.Ordinal).Replace("</embeddedXMLContent>", "</Object></Signature></embeddedXMLContent>", StringComparison.Ordinal) },
            { "an envelope beside the message", $"{enveloped}{bare}" },
            { "two statuses", enveloped.Replace("<distributionType>", "<distributionStatus>Actual</distributionStatus><distributionType>", StringComparison.Ordinal) },
            { "a status of its own", enveloped.Replace("<distributionStatus>Test<", "<distributionStatus>Perhaps<", StringComparison.Ordinal) },
            { "XInclude alone", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/hostname'/>" },
            { "a number of the year 10000", bare.Replace("2026-11-27T08:00:00+00:00", "10000-01-01T00:00:00Z", StringComparison.Ordinal) },
        };
    }

    [Theory, MemberData(nameof(Documents))]
    public void Is_refused(string what, string xml)
    {
        var (read, refusal) = RmBytes.Read(Encoding.UTF8.GetBytes(xml));
        Assert.True(read is null && refusal is { Status: 400 }, what);
    }

    /// <summary>20,000 as a rule; a million and more with <c>COORDINATION_FUZZ</c>.</summary>
    [Fact]
    public void Whatever_is_done_to_a_message_it_is_read_or_refused_in_words()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("COORDINATION_FUZZ"), out var asked) ? asked : 20_000;
        var seed = (int)(Stopwatch.GetTimestamp() & 0xFFFF);
        var random = new Random(seed);
        byte[][] sound = [.. Enum.GetValues<RmMessage>().Select(k => RmWriting.Write(new RandomMessages(seed).Of(k))), Encoding.UTF8.GetBytes(Sound.Enveloped(Now))];
        for (var round = 0; round < rounds; round++)
        {
            var bytes = Changed(sound[random.Next(sound.Length)], random);
            var (read, refusal) = RmBytes.Read(bytes);
            Assert.True(read is null != refusal is null, $"seed {seed}, round {round}");
            // What was read and is one of the sixteen can be written; a value that said nothing may then be missing, and no more.
            if (read?.Document.Kind is not null && RmBytes.Read(RmWriting.Write(read.Document)).Refusal is { } no) Assert.Contains(no.Rule, (string[])["rm-required", "rm-one-of", "rm-reason"]);
        }
    }

    private static byte[] Changed(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var (at, length) = (random.Next(bytes.Count), random.Next(1, 40));
            length = Math.Min(length, bytes.Count - at);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1 when bytes.Count > length: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])); break;
                default: (bytes[at], bytes[^1]) = (bytes[^1], bytes[at]); break;
            }
        }
        return [.. bytes];
    }

    private static readonly string[] Pieces = ["<", ">", "&amp;", "&#0;", "<!DOCTYPE a>", "<![CDATA[x]]>", "<a/>", "</rmsg:Resource>", "<rm:Value>", " xmlns=''", "NaN", "9999999999999999999", "\uFFFE"];

    private static string Deep(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static string Attributes(int count) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"a{n}='1'"));
}
