using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Plans;

public abstract class PlanTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : PlanTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : PlanTests(region);

    [Fact]
    public async Task A_new_version_replaces_the_old_one_only_when_it_comes_into_force()
    {
        var scene = await Scene.HeldAsync(region);
        var first = await scene.PlanInForceAsync();
        var plan = await scene.ReadAsync($"/v1/plans/{first.GetProperty("planId").GetGuid()}");
        var next = await scene.OkAsync("county", $"/v1/plans/{plan.GetProperty("id").GetGuid()}/revise", new { trigger = "DrillFinding" }, plan.GetProperty("version").GetInt32());
        Assert.Equal((2, "Draft"), (next.GetProperty("number").GetInt32(), next.GetProperty("state").GetString()));
        Assert.Equal("UnderRevision", await StateAsync(scene, first.GetProperty("id").GetGuid()));
        await scene.IntoForceAsync(next.GetProperty("id").GetGuid());
        Assert.Equal("Superseded", await StateAsync(scene, first.GetProperty("id").GetGuid()));
        plan = await scene.ReadAsync($"/v1/plans/{plan.GetProperty("id").GetGuid()}");
        Assert.Equal(next.GetProperty("id").GetGuid(), plan.GetProperty("inForceVersionId").GetGuid());
    }

    [Fact]
    public async Task A_plan_that_is_not_filed_within_twenty_working_days_breaks_its_clock()
    {
        var scene = await Scene.HeldAsync(region);
        var plan = await scene.OkAsync("county", "/v1/plans", new { name = "Fire", kind = "Fire", tier = "Site", drillDuty = "Unit", jurisdiction = Scene.County, content = Scene.Content() });
        var version = await scene.ReadAsync($"/v1/plan-versions/{plan.GetProperty("newestVersionId").GetGuid()}");
        version = await scene.StepsAsync("/v1/plan-versions", version, ("county", "consult", null), ("county", "submit", new { consulted = new[] { "water" } }), ("city", "approve", null), ("county", "issue", null));
        await scene.AdvanceAsync(TimeSpan.FromDays(29));
        await scene.StepsAsync("/v1/plan-versions", version, ("county", "file", null));
        var clocks = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        var filing = clocks.GetProperty("items").EnumerateArray().Single(c => c.GetProperty("key").GetString() == "plan.file");
        Assert.Equal("MetLate", filing.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_drafter_does_not_approve_and_a_broken_link_stops_the_approval()
    {
        var scene = await Scene.HeldAsync(region);
        var other = await scene.OkAsync("county", "/v1/plans", new { name = "Master", kind = "General", tier = "Master", drillDuty = "Special", jurisdiction = Scene.County, content = Scene.Content() });
        var plan = await scene.OkAsync("county", "/v1/plans", new
        {
            name = "Flood",
            kind = "FloodTyphoonDrought",
            tier = "Special",
            drillDuty = "Special",
            jurisdiction = Scene.County,
            content = new { basis = "b", organisation = "o", process = "p", resources = "r", drills = "d", draftingNote = "n", checklist = new[] { Scene.Item("Active", "Rescue") }, references = new[] { new { planId = other.GetProperty("id").GetGuid(), number = 1 } } },
            parentPlanId = other.GetProperty("id").GetGuid(),
        });
        var version = await scene.ReadAsync($"/v1/plan-versions/{plan.GetProperty("newestVersionId").GetGuid()}");
        version = await scene.StepsAsync("/v1/plan-versions", version, ("county", "consult", null), ("county", "submit", new { consulted = new[] { "water" } }));
        var path = $"/v1/plan-versions/{version.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(403, "approver-is-drafter", "county", $"{path}/approve", null, version.GetProperty("version").GetInt32());
        await scene.RefusedAsync(409, "broken-plan-link", "city", $"{path}/approve", null, version.GetProperty("version").GetInt32());
        Assert.False((await scene.ReadAsync($"{path}/links")).GetProperty("sound").GetBoolean());
        await scene.IntoForceAsync(other.GetProperty("newestVersionId").GetGuid());
        await scene.StepsAsync("/v1/plan-versions", version, ("city", "approve", null));
    }

    [Fact]
    public async Task A_checklist_has_no_word_for_what_must_not_be_ordered()
    {
        var scene = new Scene(region);
        var problem = await scene.RefusedAsync(400, "type", "county", "/v1/plans",
            new { name = "X", kind = "CrowdOverload", tier = "Site", drillDuty = "HighRiskUnit", jurisdiction = "440303", content = Scene.Content(Scene.Item("Active", "Disperse")) });
        Assert.Equal("/content/checklist/0/kind", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
        await scene.RefusedAsync(400, "type", "county", "/v1/plans",
            new { name = "X", kind = "MassIncident", tier = "Site", drillDuty = "HighRiskUnit", jurisdiction = "440303", content = Scene.Content() });
    }

    private static async Task<string?> StateAsync(Scene scene, Guid version) => (await scene.ReadAsync($"/v1/plan-versions/{version}")).GetProperty("state").GetString();
}
