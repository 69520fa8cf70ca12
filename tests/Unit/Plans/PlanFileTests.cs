using System.Text.Json.Nodes;
using Coordination.CommandLine.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Plans;

/// <summary>A plan as a file: what is wrong with it is named with its line, and what comes out of a region goes in again word for word.</summary>
public sealed class PlanFileTests
{
    private const string Small = """
        plan: Flood
        kind: FloodTyphoonDrought
        tier: Special
        drillDuty: Special
        asks:
          fire: The fire service
        basis: The law
        organisation: The office
        process: Watch, warn
        resources: 30 boats
        drills: Once a year
        draftingNote: First edition
        checklist:
          - phase: Active
            kind: Rescue
            instruction: "{{fire}} to the school"
            toAgency: "{{fire}}"
            addresseeKind: Place
            addressee: "{{jurisdiction}}"
            dueAfterMinutes: 60
        """;

    [Fact]
    public void A_plan_is_drafted_with_the_codes_of_whom_it_asks_for()
    {
        var plan = PlanReader.Read(Small).Plan!;
        Assert.Equal("The fire service", Assert.Single(plan.Asks).Value);
        var draft = plan.Draft("220221", new Dictionary<string, string> { ["fire"] = "yongji-fire" });
        Assert.Equal("220221", draft["jurisdiction"]!.GetValue<string>());
        var item = draft["content"]!["checklist"]![0]!;
        Assert.Equal("yongji-fire", item["toAgency"]!.GetValue<string>());
        Assert.Equal("yongji-fire to the school", item["instruction"]!.GetValue<string>());
        Assert.Equal("220221", item["addressee"]!.GetValue<string>());
        Assert.Equal(60, item["dueAfterMinutes"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("kind: Rescue", "kind: Follow", 15, "Item 1 of the checklist: 'kind' is one of")]
    [InlineData("    phase: Active", "    fase: Active", 14, "'fase' is not known here")]
    [InlineData("dueAfterMinutes: 60", "dueAfterMinutes: soon", 20, "must be a whole number")]
    [InlineData("tier: Special", "tier: 1", 3, "'tier' is one of Master")]
    [InlineData("basis: The law\n", "", 1, "'basis' is missing")]
    [InlineData("  fire: The fire service", "  fire: The fire service\n  water: The water office", 7, "asks for 'water'")]
    [InlineData("  fire: The fire service", "  fires: The fire service", 1, "speaks of 'fire'")]
    [InlineData("plan: Flood", "plan: Flood\nplan: Fire", 2, "Not YAML")]
    [InlineData("plan: Flood", "plan: [", 1, "Not YAML")]
    public void What_is_wrong_is_named_with_its_line(string sound, string wrong, int line, string says)
    {
        var text = Small.ReplaceLineEndings("\n");
        var broken = text.Replace(sound.Replace("    phase", "  - phase", StringComparison.Ordinal), wrong.Replace("    fase", "  - fase", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEqual(text, broken);
        var (plan, faults) = PlanReader.Read(broken);
        Assert.Null(plan);
        Assert.Contains(faults, f => f.Line == line && f.Says.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/content/checklist/0/dueAfterMinutes", 20)]
    [InlineData("/content/checklist/0/expiresAfterMinutes", 14)]
    [InlineData("/content/checklist/7", 14)]
    [InlineData("/name", 1)]
    [InlineData("/jurisdiction", 1)]
    public void What_the_region_points_at_is_found_in_the_file(string pointer, int line) => Assert.Equal(line, PlanReader.Read(Small).Plan!.LineOf(pointer));

    [Fact]
    public void Whatever_a_plan_says_it_says_again_when_it_comes_out_of_a_file() => Prop.ForAll(Texts(), texts =>
    {
        var item = new JsonObject
        {
            ["phase"] = "Standby", ["kind"] = "Evacuate", ["instruction"] = texts[0], ["addresseeKind"] = "Place", ["toAgency"] = "fire", ["addressee"] = "220221", ["role"] = texts[1],
            ["dueAfterMinutes"] = 5, ["expiresAfterMinutes"] = 60,
        };
        var content = new JsonObject
        {
            ["basis"] = texts[2], ["organisation"] = texts[3], ["process"] = texts[4], ["resources"] = texts[5], ["drills"] = texts[6], ["draftingNote"] = texts[7],
            ["preAuthorised"] = true, ["checklist"] = new JsonArray(item), ["references"] = new JsonArray(new JsonObject { ["planId"] = $"{Guid.Empty}", ["number"] = 3 }),
        };
        var plan = new JsonObject { ["name"] = texts[8], ["kind"] = "Fire", ["tier"] = "Site", ["drillDuty"] = "School" };
        var (again, faults) = PlanReader.Read(PlanWriter.Write(plan, content));
        Assert.Empty(faults);
        var draft = again!.Draft("220221", new Dictionary<string, string>());
        Assert.Equal(texts[8], draft["name"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(content, draft["content"]), draft["content"]!.ToJsonString());
    }).QuickCheckThrowOnFailure();

    /// <summary>Nine texts as people write them, and as nobody does: several lines, quotes, marks of YAML, numbers, Chinese.</summary>
    private static Arbitrary<string[]> Texts()
    {
        string[] pieces = ["Boats", "30", "true", "null", "~", " ", "\n", "\n\n", ": ", "# ", "- ", "\"", "'", "{a}", "[", "|", ">", "&x", "*x", "!t", "%", "@", "`", "\t", "防汛", "…", "---", "...", "é", "\\", "1e3", "0x1F", "2026-11-28"];
        var text = Gen.ArrayOf(Gen.Elements(pieces)).Select(p => string.Concat(p)).Where(t => t.Length > 0);
        return Gen.ArrayOf(text, 9).ToArbitrary();
    }
}
