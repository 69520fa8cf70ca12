using System.Diagnostics;
using System.Text;
using Coordination.CommandLine.Partners.EdxlRm;
using Coordination.Contracts.Events;
using Coordination.Resources.Messages;

namespace Coordination.Tests.Conformance;

/// <summary>Messages that no well-meaning sender makes are refused in words, whatever is in them.</summary>
public sealed class RmHostileTests
{
    public static TheoryData<string, string, string> Documents() => [.. HostileMessages.All().Select(m => new TheoryDataRow<string, string, string>(m.What, m.Xml, m.Rule))];

    [Theory, MemberData(nameof(Documents))]
    public void Is_refused(string what, string xml, string rule)
    {
        var (read, refusal) = RmBytes.Read(Encoding.UTF8.GetBytes(xml));
        Assert.True(read is null && refusal is { Status: 400 }, what);
        Assert.Equal((what, rule), (what, refusal!.Rule));
    }

    [Fact]
    public void What_the_changed_ones_were_made_of_is_read()
    {
        foreach (var xml in (string[])[HostileMessages.Sound.Xml(HostileMessages.Now), HostileMessages.Enveloped(HostileMessages.Sound)])
            Assert.Null(RmBytes.Read(Encoding.UTF8.GetBytes(xml)).Refusal);
    }

    /// <summary>The schema allows several texts, so the message is no wrong one; but which of them counts nobody can know.</summary>
    [Theory]
    [InlineData("<r:QuantityText>2</r:QuantityText><r:QuantityText>200</r:QuantityText>")]
    [InlineData("<r:QuantityText>2</r:QuantityText><r:QuantityText>2</r:QuantityText>")]
    [InlineData("<r:QuantityText/><r:QuantityText>200</r:QuantityText>")]
    [InlineData("<r:QuantityText>2</r:QuantityText><r:MeasuredQuantity><r:Amount>200</r:Amount></r:MeasuredQuantity>")]
    [InlineData("<r:MeasuredQuantity><r:Amount>200</r:Amount></r:MeasuredQuantity><r:QuantityText>2</r:QuantityText>")]
    public void A_quantity_that_is_said_more_than_once_is_none(string said)
    {
        var xml = HostileMessages.Sound.Xml(HostileMessages.Now);
        var (read, _) = RmBytes.Read(Encoding.UTF8.GetBytes(xml.Replace("<r:QuantityText>2</r:QuantityText>", said, StringComparison.Ordinal)));
        Assert.Null(read!.Document.Elements[0].Assignment!.Quantity.Count());
        Assert.Equal(2, RmBytes.Read(Encoding.UTF8.GetBytes(xml)).Read!.Document.Elements[0].Assignment!.Quantity.Count());
    }

    /// <summary>20,000 as a rule; a million and more with <c>COORDINATION_FUZZ</c>.</summary>
    [Fact]
    public void Whatever_is_done_to_a_message_it_is_read_or_refused_in_words()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("COORDINATION_FUZZ"), out var asked) ? asked : 20_000;
        var seed = (int)(Stopwatch.GetTimestamp() & 0xFFFF);
        var random = new Random(seed);
        byte[][] sound = [.. Enum.GetValues<RmMessage>().Select(k => RmWriting.Write(new RandomMessages(seed).Of(k))), Encoding.UTF8.GetBytes(HostileMessages.Enveloped(HostileMessages.Sound))];
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
}
