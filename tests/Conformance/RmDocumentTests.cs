using System.Text;
using System.Text.Json;
using Coordination.CommandLine.Partners.EdxlRm;
using Coordination.Contracts.Events;
using Coordination.Resources.Messages;

namespace Coordination.Tests.Conformance;

/// <summary>The messages that the region writes are valid by the standard's own schemas, and say to its own reader and to the partner kit's what was meant.</summary>
public sealed class RmDocumentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<RmMessage> Kinds => [.. Enum.GetValues<RmMessage>()];

    [Theory, MemberData(nameof(Kinds))]
    public void What_is_written_is_valid_and_reads_as_it_was(RmMessage kind)
    {
        foreach (var message in Enumerable.Range(0, 60).Select(seed => new RandomMessages(seed).Of(kind)))
        {
            var bytes = RmWriting.Write(message);
            Assert.Empty(Schemas.Faults(Encoding.UTF8.GetString(bytes)));
            var (read, refusal) = RmBytes.Read(bytes);
            Assert.Null(refusal);
            Assert.Empty(read!.Findings);
            Assert.Equal(JsonSerializer.Serialize(message), JsonSerializer.Serialize(read.Document));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_partner_kit_s_messages_are_read_bare_and_in_an_envelope(RmMessage kind)
    {
        var sample = RmConversation.Begin(Now).Single(s => s.Kind == kind.ToString());
        foreach (var xml in (string[])[sample.Xml(Now), sample.Enveloped(Now)])
        {
            var (read, refusal) = RmBytes.Read(Encoding.UTF8.GetBytes(xml));
            Assert.Null(refusal);
            Assert.Equal((kind, sample.Id, sample.Thread, sample.Preceding), (read!.Document.Kind, read.Document.MessageId, read.Document.ThreadId, read.Document.PrecedingId));
            Assert.Empty(read.Findings);
            Assert.Equal(xml == sample.Xml(Now), read.Envelope is null);
        }
    }

    [Fact]
    public void Genuine_messages_of_others_are_read_the_invalid_one_with_a_finding()
    {
        var files = Directory.GetFiles(Cases.At("edxl-rm", "samples"), "*.xml");
        Assert.True(files.Length >= 4);
        Assert.All(files, f =>
        {
            var (read, refusal) = RmBytes.Read(File.ReadAllBytes(f));
            Assert.Null(refusal);
            Assert.NotEmpty(read!.Document.Elements);
            Assert.Equal(f.EndsWith("-Decline.xml", StringComparison.Ordinal) ? ["unknown-element: in AdditionalContactInformation"] : (string[])[], read.Findings);
        });
    }

    [Fact]
    public void What_breaks_a_rule_is_refused_with_its_element_and_rule()
    {
        foreach (var wrong in RmVariants.Wrong(Now).Where(v => !v.Rule.StartsWith("An answer in another thread", StringComparison.Ordinal)))
        {
            var (_, refusal) = RmBytes.Read(Encoding.UTF8.GetBytes(wrong.Xml));
            Assert.True(refusal is { Status: 400, Rule.Length: > 0 } && refusal.Pointer is ['/', ..], wrong.Rule);
        }
    }

    [Fact]
    public void What_is_only_odd_is_read()
    {
        foreach (var odd in RmVariants.Tolerated(Now))
        {
            var (read, refusal) = RmBytes.Read(Encoding.UTF8.GetBytes(odd.Xml));
            Assert.True(refusal is null && read is not null, odd.Rule);
        }
    }
}
