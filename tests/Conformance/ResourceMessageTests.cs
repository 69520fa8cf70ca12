using Coordination.CommandLine.Partners;
using Coordination.CommandLine.Partners.EdxlRm;

namespace Coordination.Tests.Conformance;

/// <summary>What the partner kit sends as sound is valid by the standards' own schemas; what its rules find in others' messages is what is wrong with them.</summary>
public sealed class ResourceMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Kinds => [.. RmKind.All.Select(k => k.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void Each_message_of_the_kit_is_valid_bare_and_in_an_envelope(string kind)
    {
        var sample = RmConversation.Begin(Now).Single(s => s.Kind == kind);
        Assert.Empty(Schemas.Faults(sample.Xml(Now)));
        Assert.Empty(Schemas.Faults(sample.Enveloped(Now)));
        Assert.Empty(RmRules.Faults(Read(sample.Xml(Now))));
    }

    [Fact]
    public void What_the_kit_asks_to_be_read_is_valid_too_where_the_schemas_agree_on_it()
    {
        // Before the loop, which would count a skip among its failures.
        Cases.At();
        Assert.All(RmVariants.Tolerated(Now).Where(v => v.Sample is not null && !v.Rule.Contains("namespace of types", StringComparison.Ordinal)), v => Assert.Empty(Schemas.Faults(v.Xml)));
    }

    [Fact]
    public void Whatever_the_kit_asks_to_be_refused_breaks_a_rule_or_a_thread() =>
        Assert.All(RmVariants.Wrong(Now).Where(v => !v.Rule.StartsWith("An answer in another thread", StringComparison.Ordinal)), v => Assert.NotEmpty(RmRules.Faults(Read(v.Xml))));

    [Fact]
    public void Genuine_messages_of_others_keep_the_rules()
    {
        var files = Directory.GetFiles(Cases.At("edxl-rm", "samples"), "*.xml").Where(f => !f.EndsWith("-Decline.xml", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Empty(RmRules.Faults(Read(File.ReadAllText(f)))));
    }

    private static XmlTree Read(string xml)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(xml));
        return XmlTree.Read(stream);
    }
}
