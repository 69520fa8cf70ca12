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
    public async Task A_checklist_that_may_not_be_ordered_here_stops_the_whole_activation()
    {
        var scene = await Scene.HeldAsync(region);
        var plan = await scene.PlanInForceAsync(Scene.Content(Scene.Item("Active", "SetUpFirstAid"), Scene.Item("Active", "Cordon", 60, "Venue", "dongmen")));
        var activation = await scene.OkAsync("county", "/v1/activations", new { incidentId = await scene.IncidentAsync("CrowdSafety"), planVersionId = plan.GetProperty("id").GetGuid() });
        activation = await scene.StepsAsync("/v1/activations", activation, ("county", "authorise", null));
        var path = $"/v1/activations/{activation.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(409, "measure-without-ground", "county", $"{path}/activate", null, activation.GetProperty("version").GetInt32());
        Assert.Equal("Authorised", (await scene.ReadAsync(path)).GetProperty("state").GetString());
        Assert.Equal(0, (await scene.ReadAsync($"/v1/orders?activation={activation.GetProperty("id").GetGuid()}")).GetProperty("items").GetArrayLength());
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
