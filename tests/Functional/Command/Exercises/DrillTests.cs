using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Exercises;

public abstract class DrillTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : DrillTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : DrillTests(region);

    [Fact]
    public async Task A_drill_meets_the_plans_duty_and_its_finding_leads_to_the_next_version()
    {
        var scene = await Scene.HeldAsync(region);
        var version = await scene.PlanInForceAsync();
        var drill = await scene.OkAsync("county", "/v1/drills", new
        {
            planVersionId = version.GetProperty("id").GetGuid(),
            form = "Live",
            scope = "Comprehensive",
            injects = new[] { new { afterMinutes = 5, text = "The bridge is full", expected = "One-way flow", withinMinutes = 10 } },
        });
        drill = await scene.StepsAsync("/v1/drills", drill, ("city", "approve", null), ("county", "brief", null), ("county", "start", null));
        var path = $"/v1/drills/{drill.GetProperty("id").GetGuid()}";
        await scene.OkAsync("county", $"{path}/injects/1/play");
        drill = await scene.OkAsync("county", $"{path}/injects/1/observe", new { outcome = "AsExpected" });
        drill = await scene.StepsAsync("/v1/drills", drill, ("county", "end", null),
            ("county", "evaluate", new { findings = new[] { new { text = "Count by hand is missing", revisesPlan = true } } }), ("county", "track", null));
        await scene.RefusedAsync(409, "finding-not-linked", "county", $"{path}/close", null, drill.GetProperty("version").GetInt32());
        var plan = await scene.ReadAsync($"/v1/plans/{version.GetProperty("planId").GetGuid()}");
        var next = await scene.OkAsync("county", $"/v1/plans/{plan.GetProperty("id").GetGuid()}/revise", new { trigger = "DrillFinding" }, plan.GetProperty("version").GetInt32());
        await scene.RefusedAsync(400, "not-a-later-version", "county", $"{path}/findings/1/link", new { planVersionId = version.GetProperty("id").GetGuid() }, drill.GetProperty("version").GetInt32());
        drill = await scene.StepsAsync("/v1/drills", drill, ("county", "findings/1/link", new { planVersionId = next.GetProperty("id").GetGuid() }), ("county", "close", null));
        Assert.Equal("Closed", drill.GetProperty("state").GetString());

        await region.QuietAsync(scene.Exercise);
        var clocks = (await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200")).GetProperty("items").EnumerateArray()
            .Where(c => c.GetProperty("key").GetString() == "plan.drill").Select(c => c.GetProperty("state").GetString());
        Assert.Equal(["Met", "Running"], clocks);
    }
}
