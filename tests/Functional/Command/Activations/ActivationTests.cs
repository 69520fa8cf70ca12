using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Activations;

public abstract class ActivationTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ActivationTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ActivationTests(region);

    [Fact]
    public async Task Standby_and_activation_turn_the_checklist_into_orders_and_pin_the_version()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var plan = await scene.PlanInForceAsync(Scene.Content(Scene.Item("Standby", "StandBy"), Scene.Item("Active", "Evacuate", 360, "Place", Scene.County), Scene.Item("Active", "Rescue")));
        var activation = await scene.OkAsync("county", "/v1/activations", new { incidentId = incident, planVersionId = plan.GetProperty("id").GetGuid() });
        Assert.Equal("Standby", activation.GetProperty("state").GetString());
        Assert.Equal(1, activation.GetProperty("tasks").GetArrayLength());

        await scene.OkAsync("county", $"/v1/plans/{plan.GetProperty("planId").GetGuid()}/revise", new { trigger = "RiskChanged" }, await PlanVersionAsync(scene, plan));
        activation = await scene.StepsAsync("/v1/activations", activation, ("county", "authorise", null), ("county", "activate", null));
        Assert.Equal(3, activation.GetProperty("tasks").GetArrayLength());
        Assert.Equal(1, activation.GetProperty("planNumber").GetInt32());

        var orders = (await scene.ReadAsync($"/v1/orders?activation={activation.GetProperty("id").GetGuid()}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["Evacuate", "Rescue", "StandBy"], orders.Select(o => o.GetProperty("task").GetProperty("kind").GetString()).Order());
        Assert.All(orders, o => Assert.Equal("Issued", o.GetProperty("state").GetString()));
        activation = await scene.StepsAsync("/v1/activations", activation, ("county", "stand-down", null), ("county", "end", null));
        Assert.Equal("Ended", activation.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_plan_that_pre_authorises_itself_is_activated_without_another_decision()
    {
        var scene = await Scene.HeldAsync(region);
        var plan = await scene.PlanInForceAsync(new
        {
            basis = "b",
            organisation = "o",
            process = "p",
            resources = "r",
            drills = "d",
            draftingNote = "n",
            checklist = new[] { Scene.Item("Active", "SetUpFirstAid") },
            preAuthorised = true,
        });
        var activation = await scene.OkAsync("county", "/v1/activations", new { incidentId = await scene.IncidentAsync(), planVersionId = plan.GetProperty("id").GetGuid() });
        await scene.StepsAsync("/v1/activations", activation, ("county", "activate", null));
    }

    [Fact]
    public async Task An_item_that_may_not_be_ordered_here_stops_no_other_and_is_told_to_who_can_see_to_it()
    {
        var scene = await Scene.HeldAsync(region);
        var plan = await scene.PlanInForceAsync(Scene.Content(Scene.Item("Active", "SetUpFirstAid"), Scene.Item("Active", "Cordon", 60, "Venue", "dongmen"), Scene.Item("Active", "Rescue")));
        var incident = await scene.IncidentAsync("CrowdSafety");
        var activation = await scene.OkAsync("county", "/v1/activations", new { incidentId = incident, planVersionId = plan.GetProperty("id").GetGuid() });
        activation = await scene.StepsAsync("/v1/activations", activation, ("county", "authorise", null), ("county", "activate", null));
        Assert.Equal([1, 3], activation.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("item").GetInt32()));
        var unplaced = Assert.Single(activation.GetProperty("unplaced").EnumerateArray());
        Assert.Equal((2, "NoGround"), (unplaced.GetProperty("item").GetInt32(), unplaced.GetProperty("reason").GetString()));
        Assert.Equal(2, (await scene.ReadAsync($"/v1/orders?activation={activation.GetProperty("id").GetGuid()}")).GetProperty("items").GetArrayLength());
        await region.QuietAsync(scene.Exercise);
        var told = Assert.Single((await scene.ReadAsync($"/v1/events?subject={incident}&exercise={scene.Exercise}&limit=200")).GetProperty("items").EnumerateArray()
            .Select(e => e.GetProperty("event")), e => e.GetProperty("type").GetString() == "command.checklist-item-unplaced.v1");
        Assert.Equal(["county"], told.GetProperty("data").GetProperty("agencies").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task An_item_for_nobody_is_found_before_its_plan_is_approved_and_when_it_is_activated_after_all_the_rest_goes_on()
    {
        var scene = await Scene.HeldAsync(region);
        var plan = await scene.PlanInForceAsync(Scene.Content(Scene.Item("Active", "Rescue"), Scene.Item("Active", "StandBy")));
        var incident = await scene.IncidentAsync();
        // The register knows the water works alone: the fire brigade was forgotten, or left.
        using (var placed = await scene.As("region", Roles.Operator).PutAsync("/v1/directory/water", new { jurisdiction = Scene.County, name = "Water works", nameZh = "自来水公司" })) await placed.JsonAsync();
        var links = await scene.ReadAsync($"/v1/plan-versions/{plan.GetProperty("id").GetGuid()}/links");
        Assert.Equal((false, 2), (links.GetProperty("sound").GetBoolean(), links.GetProperty("unplaceable").GetArrayLength()));
        var draft = await scene.OkAsync("county", "/v1/plans", new { name = "Flood", kind = "General", tier = "Master", drillDuty = "Special", jurisdiction = Scene.County, content = Scene.Content() });
        var version = await scene.StepsAsync("/v1/plan-versions", await scene.ReadAsync($"/v1/plan-versions/{draft.GetProperty("newestVersionId").GetGuid()}"),
            ("county", "consult", null), ("county", "submit", new { consulted = new[] { "water" } }));
        await scene.RefusedAsync(409, "item-not-placeable", "city", $"/v1/plan-versions/{version.GetProperty("id").GetGuid()}/approve", ifMatch: version.GetProperty("version").GetInt32());
        var activation = await scene.OkAsync("county", "/v1/activations", new { incidentId = incident, planVersionId = plan.GetProperty("id").GetGuid() });
        activation = await scene.StepsAsync("/v1/activations", activation, ("county", "authorise", null), ("county", "activate", null));
        Assert.Equal(("Active", 2), (activation.GetProperty("state").GetString(), activation.GetProperty("unplaced").GetArrayLength()));
        Assert.All(activation.GetProperty("unplaced").EnumerateArray(), u => Assert.Equal("UnknownAgency", u.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_draft_is_not_activated()
    {
        var scene = await Scene.HeldAsync(region);
        var plan = await scene.OkAsync("county", "/v1/plans", new { name = "Flood", kind = "General", tier = "Master", drillDuty = "Special", jurisdiction = Scene.County, content = Scene.Content() });
        await scene.RefusedAsync(409, "plan-not-in-force", "county", "/v1/activations", new { incidentId = await scene.IncidentAsync(), planVersionId = plan.GetProperty("newestVersionId").GetGuid() });
    }

    private static async Task<int> PlanVersionAsync(Scene scene, System.Text.Json.JsonElement version) =>
        (await scene.ReadAsync($"/v1/plans/{version.GetProperty("planId").GetGuid()}")).GetProperty("version").GetInt32();
}
