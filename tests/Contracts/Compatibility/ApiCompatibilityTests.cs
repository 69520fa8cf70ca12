using System.Text.Json.Nodes;
using Coordination.Host;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>Every call of the baseline still works as it did.</summary>
public sealed class ApiCompatibilityTests
{
    public static TheoryData<string> Modules => [.. RegionModules.All.Select(m => m.Name)];

    [Theory, MemberData(nameof(Modules))]
    public void Every_call_that_was_ever_promised_still_works(string module)
    {
        var (file, now) = (Baseline.At("openapi", $"{module}.json"), Read(Root.At("contracts", "openapi", $"{module}.json")));
        var breaks = File.Exists(file) ? ApiDifference.Between(Read(file), now) : [];
        if (Baseline.Takes(breaks)) File.WriteAllText(file, Baseline.Text(now));
        else Assert.True(breaks.Count == 0, Baseline.Explain(breaks));
        Assert.True(File.Exists(file), $"{file} is missing: a service whose calls nobody was promised; take it in with COORDINATION_ACCEPT=1");
    }

    [Fact]
    public void No_service_of_the_baseline_is_gone() =>
        Assert.Equal([], Directory.GetFiles(Baseline.At("openapi")).Select(f => Path.GetFileNameWithoutExtension(f)!).Except(RegionModules.All.Select(m => m.Name)));

    [Theory, MemberData(nameof(Modules))]
    public void The_baseline_leaves_out_words_and_nothing_else(string module)
    {
        var document = Read(Root.At("contracts", "openapi", $"{module}.json"));
        var bare = JsonNode.Parse(Baseline.Text(document))!.AsObject();
        Assert.Equal([], ApiDifference.Between(document, bare).Concat(ApiDifference.Between(bare, document)));
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();
}
