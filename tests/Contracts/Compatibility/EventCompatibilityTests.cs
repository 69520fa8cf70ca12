using System.Text.Json.Nodes;
using Coordination.Contracts.Events;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>Every event that was ever written can still be read.</summary>
public sealed class EventCompatibilityTests
{
    public static TheoryData<string> Names => EventCatalogue.Names;

    public static TheoryData<string> KeptNames => [.. Directory.GetFiles(Baseline.At("events")).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void A_golden_sample_is_kept_for_ever(string name)
    {
        var (kept, golden) = (KeptSamples.Of(name), File.ReadAllText(Root.At("contracts", "events", "samples", $"{name}.json")).TrimEnd('\n'));
        if (Root.Accept && !kept.Contains(golden)) File.AppendAllText(KeptSamples.FileOf(name), golden + "\n");
        Assert.True(KeptSamples.Of(name).Contains(golden), $"The sample of {name} is new: COORDINATION_ACCEPT=1 keeps it in contracts/baseline/events beside the older ones.");
    }

    [Theory, MemberData(nameof(KeptNames))]
    public void Every_sample_that_was_ever_golden_is_read_and_says_what_it_said(string name)
    {
        var type = EventCatalogue.All.FirstOrDefault(e => e.Name == name).Type;
        Assert.True(type is not null, Baseline.Explain([$"{name}: the event is gone"]));
        var breaks = KeptSamples.Of(name).SelectMany(s => KeptSamples.Breaks(type, s)).Select(b => $"{name}{b}").ToList();
        Assert.True(breaks.Count == 0, Baseline.Explain(breaks));
    }

    [Theory]
    [InlineData("{\"earlier\":1}", "/earlier: is gone")]
    [InlineData("{\"facts\":{\"severity\":\"Major\"}}", "/facts/severity: is gone")]
    [InlineData("{\"number\":\"2\"}", "cannot be read")]
    [InlineData("{\"kind\":\"Rumour\"}", "cannot be read")]
    [InlineData("{\"facts\":{\"casualties\":{}}}", "cannot be read")]
    [InlineData("{\"toAgency\":7}", "cannot be read")]
    public void A_sample_that_today_s_record_cannot_read_whole_is_found(string planted, string found)
    {
        var sample = JsonNode.Parse(KeptSamples.Of("intake.report-received.v1")[0])!.AsObject();
        Plant(sample, JsonNode.Parse(planted)!.AsObject());
        Assert.Contains(KeptSamples.Breaks(typeof(ReportReceived), sample.ToJsonString()), b => b.StartsWith(found, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sample_of_a_time_when_the_record_had_fewer_members_is_read()
    {
        var sample = JsonNode.Parse(KeptSamples.Of("intake.report-received.v1")[0])!.AsObject();
        foreach (var later in (string[])["outageFrom", "outageUntil", "tier"]) sample.Remove(later);
        Assert.Empty(KeptSamples.Breaks(typeof(ReportReceived), sample.ToJsonString()));
    }

    private static void Plant(JsonObject into, JsonObject planted)
    {
        foreach (var (name, value) in planted)
            if (value is JsonObject { Count: > 0 } inner && into[name] is JsonObject held) Plant(held, inner);
            else into[name] = value!.DeepClone();
    }
}
