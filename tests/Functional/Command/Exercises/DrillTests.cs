using System.Text.Json;
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

    [Fact]
    public async Task Several_agencies_exercise_together_the_whole_begins_and_ends_over_its_parts_and_rolls_up_how_each_role_answered()
    {
        var scene = await Scene.HeldAsync(region);
        var version = await scene.PlanInForceAsync(Scene.Content(new
        {
            phase = "Active", kind = "Rescue", instruction = "As rehearsed", toAgency = "fire", addresseeKind = "Agency", addressee = "fire", role = "duty manager",
        }));
        object Planned(Guid? parent, string role) => new
        {
            planVersionId = Id(version), form = "Live", scope = "Comprehensive", parentDrillId = parent,
            injects = new[] { new { afterMinutes = 5, text = "The bridge is full", expected = "One-way flow", withinMinutes = 10, role } },
        };
        var whole = await scene.OkAsync("county", "/v1/drills", Planned(null, "duty manager"));
        await scene.RefusedAsync(400, "unknown-role", "county", "/v1/drills", Planned(Id(whole), "Li Ming"));
        var part = await scene.OkAsync("fire", "/v1/drills", Planned(Id(whole), "duty manager"));
        whole = await scene.StepsAsync("/v1/drills", whole, ("city", "approve", null), ("county", "brief", null));
        await scene.RefusedAsync(409, "part-not-briefed", "county", $"/v1/drills/{Id(whole)}/start", null, 3);
        part = await scene.StepsAsync("/v1/drills", part, ("city", "approve", null), ("fire", "brief", null));
        await scene.RefusedAsync(409, "part-of-parent", "fire", $"/v1/drills/{Id(part)}/start", null, 3);
        await scene.RefusedAsync(403, "not-directing", "fire", $"/v1/drills/{Id(whole)}/start", null, 3);
        whole = await scene.StepsAsync("/v1/drills", whole, ("county", "start", null));
        await scene.RefusedAsync(409, "parent-begun", "fire", "/v1/drills", Planned(Id(whole), "duty manager"));
        await scene.OkAsync("fire", $"/v1/drills/{Id(part)}/injects/1/play");
        await scene.OkAsync("fire", $"/v1/drills/{Id(part)}/injects/1/observe", new { outcome = "AsExpected" });
        whole = await scene.StepsAsync("/v1/drills", whole, ("county", "end", null));
        await scene.RefusedAsync(409, "part-not-evaluated", "county", $"/v1/drills/{Id(whole)}/evaluate", new { findings = Array.Empty<object>() }, whole.GetProperty("version").GetInt32());
        await scene.StepsAsync("/v1/drills", await scene.ReadAsync($"/v1/drills/{Id(part)}"), ("fire", "evaluate", new { findings = Array.Empty<object>() }));
        await scene.StepsAsync("/v1/drills", whole, ("county", "evaluate", new { findings = Array.Empty<object>() }));
        var results = await scene.As("fire").GetJsonAsync($"/v1/drills/{Id(whole)}/results");
        Assert.Equal(("duty manager", 2, 1, 1), (results.GetProperty("roles")[0].GetProperty("role").GetString(), Count("injects"), Count("asExpected"), Count("missed")));
        Assert.Equal("Evaluated", results.GetProperty("parts")[0].GetProperty("state").GetString());

        int Count(string what) => results.GetProperty("roles")[0].GetProperty(what).GetInt32();
    }

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();
}
