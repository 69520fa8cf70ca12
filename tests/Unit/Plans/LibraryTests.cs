using System.Text.Json.Nodes;
using Coordination.CommandLine.Plans;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Plans;

/// <summary>The starter library in plans/: one plan of each kind that domain.md A5 asks for, with earthquake and infectious disease, the same in both languages.</summary>
public sealed class LibraryTests
{
    private static readonly string[] Prose = ["name", "instruction", "role", "basis", "organisation", "process", "resources", "drills", "draftingNote"];

    private static readonly PlanKind[] Kinds =
    [
        PlanKind.HazardousChemicals, PlanKind.CrowdOverload, PlanKind.FoodSafety, PlanKind.Fire, PlanKind.FloodTyphoonDrought, PlanKind.Geological, PlanKind.AnimalDisease,
        PlanKind.ForeignNationals, PlanKind.Earthquake, PlanKind.InfectiousDisease,
    ];

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder("en"), "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_is_one_of_each_kind_in_both_languages()
    {
        foreach (var language in (string[])["en", "zh-CN"])
            Assert.Equal(Kinds.Order(), Directory.GetFiles(Folder(language), "*.yaml").Select(f => Enum.Parse<PlanKind>(Draft(f)["kind"]!.GetValue<string>())).Order());
    }

    [Theory, MemberData(nameof(Names))]
    public void It_asks_the_same_of_the_same_in_both_languages(string name) =>
        Assert.Equal(Bare(Draft(Path.Combine(Folder("en"), name)))!.ToJsonString(), Bare(Draft(Path.Combine(Folder("zh-CN"), name)))!.ToJsonString());

    [Theory, MemberData(nameof(Names))]
    public void The_chinese_one_is_chinese(string name)
    {
        var content = Draft(Path.Combine(Folder("zh-CN"), name))["content"]!;
        var texts = Prose[3..].Select(p => content[p]!.GetValue<string>()).Concat(content["checklist"]!.AsArray().Select(i => i!["instruction"]!.GetValue<string>()));
        Assert.All(texts, t => Assert.Contains(t, c => c is >= '\u4e00' and <= '\u9fff'));
    }

    [Theory, MemberData(nameof(Names))]
    public void It_says_what_is_done_on_standby_and_what_when_it_is_activated(string name)
    {
        var phases = Draft(Path.Combine(Folder("en"), name))["content"]!["checklist"]!.AsArray().Select(i => i!["phase"]!.GetValue<string>()).ToList();
        Assert.True(phases.Count(p => p == "Standby") >= 2 && phases.Count(p => p == "Active") >= 6, string.Join(", ", phases));
    }

    private static JsonObject Draft(string file)
    {
        var (plan, faults) = PlanReader.Read(File.ReadAllText(file));
        Assert.True(plan is not null, $"{file}: {string.Join("; ", faults.Select(f => $"{f.Line}: {f.Says}"))}");
        return plan.Draft("220221", plan.Asks.Keys.ToDictionary(k => k, k => k));
    }

    /// <summary>A draft without its prose.</summary>
    private static JsonNode? Bare(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(m => !Prose.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, Bare(m.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Bare)]),
        _ => node?.DeepClone(),
    };

    private static string Folder(string language) => SourceTree.At("plans", language);
}
