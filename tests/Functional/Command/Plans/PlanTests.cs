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

    [Fact]
    public async Task The_plan_of_an_event_belongs_to_its_notice_is_approved_before_it_starts_and_reviewed_after_it_ends()
    {
        var scene = await Scene.HeldAsync(region);
        var now = await scene.NowAsync();
        var notice = await scene.OkAsync("mall", "/v1/event-notices", new
        {
            kind = "Festival", venue = "ShoppingStreet", place = new { areaCode = Scene.County, latitude = 43.67, longitude = 126.5 }, expectedAttendance = 1800, capacity = 2000,
            startsAt = now.AddDays(30), endsAt = now.AddDays(31),
        }, roles: [Roles.DutyOfficer]);
        await region.QuietAsync(scene.Exercise);
        object Plan(Guid of, int expected) => new
        {
            name = "Lantern fair", kind = "MajorEvent", tier = "Site", drillDuty = "HighRiskUnit", jurisdiction = Scene.County,
            content = new
            {
                basis = "b", organisation = "o", process = "p", resources = "r", drills = "d", draftingNote = "n", checklist = new[] { Scene.Item("Active", "Rescue") },
                @event = new
                {
                    eventNoticeId = of, from = now.AddDays(29), to = now.AddDays(32), sitePlan = "Two gates", expectedAttendance = expected, capacity = 2000,
                    posts = new[] { new { agency = "mall", kind = "Stewards", place = "North gate", work = "Keeps the passage free" } },
                    routes = new[] { new { from = "North gate", to = "Car park", personsPerMinute = 120 } },
                },
            },
        };
        await scene.RefusedAsync(400, "unknown-event-notice", "mall", "/v1/plans", Plan(Guid.CreateVersion7(), 1800));
        var crowded = await scene.OkAsync("mall", "/v1/plans", Plan(notice.GetProperty("id").GetGuid(), 2500));
        var draft = await scene.StepsAsync("/v1/plan-versions", await scene.ReadAsync($"/v1/plan-versions/{crowded.GetProperty("newestVersionId").GetGuid()}"),
            ("mall", "consult", null), ("mall", "submit", new { consulted = new[] { "fire" } }));
        await scene.RefusedAsync(409, "expected-over-capacity", "city", $"/v1/plan-versions/{draft.GetProperty("id").GetGuid()}/approve", null, draft.GetProperty("version").GetInt32());
        var plan = await scene.OkAsync("mall", "/v1/plans", Plan(notice.GetProperty("id").GetGuid(), 1800));
        await scene.IntoForceAsync(plan.GetProperty("newestVersionId").GetGuid());
        var path = $"/v1/plans/{plan.GetProperty("id").GetGuid()}";
        var review = new { mostPresent = 1700, conclusions = new[] { "Two exits were enough" } };
        var version = (await scene.ReadAsync(path)).GetProperty("version").GetInt32();
        await scene.RefusedAsync(409, "event-not-held", "mall", $"{path}/review-event", review, version);
        await scene.AdvanceAsync(TimeSpan.FromDays(40));
        var reviewed = await scene.OkAsync("mall", $"{path}/review-event", review, version);
        Assert.Equal(1800, reviewed.GetProperty("eventReview").GetProperty("expected").GetInt32());
        await region.QuietAsync(scene.Exercise);
        var clocks = (await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200")).GetProperty("items").EnumerateArray()
            .Select(c => $"{c.GetProperty("key")} {c.GetProperty("state")}").Where(c => c.StartsWith("plan.event", StringComparison.Ordinal) || c.StartsWith("plan.drill", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(["plan.event-approval Breached", "plan.event-approval Met", "plan.event-review Met"], clocks);
    }

    private static async Task<string?> StateAsync(Scene scene, Guid version) => (await scene.ReadAsync($"/v1/plan-versions/{version}")).GetProperty("state").GetString();
}
