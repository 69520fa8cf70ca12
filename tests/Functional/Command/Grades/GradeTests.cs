using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Grades;

public abstract class GradeTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : GradeTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : GradeTests(region);

    private static async Task CountAsync(Scene scene, Guid incident, params (string Kind, int Count)[] counts)
    {
        var now = await scene.NowAsync();
        await scene.OkAsync("county", $"/v1/incidents/{incident}/casualties", new { counts = counts.Select(c => new { kind = c.Kind, count = c.Count }), occurredAt = now, knownAt = now });
    }

    private static async Task<List<(string Grade, string State, bool ByThreshold)>> GradesAsync(Scene scene, Guid incident) =>
        [.. (await ItemsAsync(scene, incident)).Select(g => (g.GetProperty("grade").GetString()!, g.GetProperty("state").GetString()!, g.GetProperty("byThreshold").GetBoolean()))];

    private static async Task<List<JsonElement>> ItemsAsync(Scene scene, Guid incident) =>
        [.. (await scene.ReadAsync($"/v1/incidents/{incident}/grades")).GetProperty("items").EnumerateArray()];

    private static async Task ConfirmNewestAsync(Scene scene, Guid incident)
    {
        var newest = (await ItemsAsync(scene, incident))[^1];
        await scene.OkAsync("county", $"/v1/grades/{newest.GetProperty("id").GetGuid()}/confirm", ifMatch: newest.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Each_threshold_that_the_ledger_reaches_is_proposed_and_a_person_confirms()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "city");
        await CountAsync(scene, incident, ("Dead", 13), ("Missing", 6));
        await ConfirmNewestAsync(scene, incident);
        Assert.Equal("Ordinary", (await scene.ReadAsync($"/v1/incidents/{incident}")).GetProperty("grade").GetString());
        await CountAsync(scene, incident, ("Dead", 14), ("Missing", 6));
        await CountAsync(scene, incident, ("Dead", 63), ("Missing", 59));
        Assert.Equal([("Ordinary", "Confirmed", true), ("Major", "Proposed", true)], await GradesAsync(scene, incident));
        Assert.Equal("Ordinary", (await scene.ReadAsync($"/v1/incidents/{incident}")).GetProperty("grade").GetString());
        await ConfirmNewestAsync(scene, incident);
        Assert.Equal([("Ordinary", "Superseded", true), ("Major", "Confirmed", true)], await GradesAsync(scene, incident));
        Assert.Equal("Major", (await scene.ReadAsync($"/v1/incidents/{incident}")).GetProperty("grade").GetString());
    }

    [Fact]
    public async Task An_entry_that_counts_one_kind_alone_does_not_forget_the_others()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("WorkSafety");
        await CountAsync(scene, incident, ("Dead", 31));
        await CountAsync(scene, incident, ("Injured", 5));
        Assert.Equal([("Exceptional", "Proposed", true)], await GradesAsync(scene, incident));
    }

    [Fact]
    public async Task A_proposal_by_hand_replaces_one_that_nobody_took_up()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "city");
        await CountAsync(scene, incident, ("Dead", 50));
        await scene.OkAsync("county", $"/v1/incidents/{incident}/grades", new { grade = "Major" });
        Assert.Equal([("Considerable", "Superseded", true), ("Major", "Proposed", false)], await GradesAsync(scene, incident));
        var first = (await ItemsAsync(scene, incident))[0];
        await scene.RefusedAsync(403, "not-leading", "city", $"/v1/grades/{first.GetProperty("id").GetGuid()}/confirm", ifMatch: first.GetProperty("version").GetInt32());
        await scene.RefusedAsync(409, "illegal-transition", "county", $"/v1/grades/{first.GetProperty("id").GetGuid()}/confirm", ifMatch: first.GetProperty("version").GetInt32());
        await scene.RefusedAsync(403, "role-required", "county", $"/v1/grades/{first.GetProperty("id").GetGuid()}/confirm", ifMatch: 2, roles: [Roles.DutyOfficer]);
    }

    [Theory]
    [InlineData(Scene.County, 7)]
    [InlineData("rail-shenyang", 30)]
    public async Task When_its_response_is_over_a_road_accident_is_supplemented_for_seven_days_one_of_the_railway_for_thirty(string jurisdiction, int days)
    {
        var scene = await Scene.HeldAsync(region);
        using var bureau = await scene.As("region", Roles.Operator).PutAsync("/v1/jurisdictions/rail-shenyang", new { tier = "Functional", parent = "220000", name = "Railway bureau", nameZh = "铁路局" });
        await bureau.JsonAsync();
        var now = await scene.NowAsync();
        var incident = (await scene.OkAsync("county", "/v1/incidents", new { kind = "Transport", title = "Collision", jurisdiction, occurredAt = now, knownAt = now })).GetProperty("id").GetGuid();
        await EndedAsync(scene, incident);
        await scene.AdvanceAsync(TimeSpan.FromDays(days) - TimeSpan.FromHours(1));
        await CountAsync(scene, incident, ("Dead", 3));
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        await CountAsync(scene, incident, ("Dead", 30));
        Assert.Equal([("Considerable", "Proposed", true)], await GradesAsync(scene, incident));
    }

    [Fact]
    public async Task A_public_safety_incident_has_no_grade()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("CrowdSafety");
        await CountAsync(scene, incident, ("Injured", 400));
        Assert.Empty(await GradesAsync(scene, incident));
        await scene.RefusedAsync(409, "not-graded", "county", $"/v1/incidents/{incident}/grades", new { grade = "Ordinary" });
    }

    [Fact]
    public async Task The_thresholds_look_at_supplements_for_thirty_days_even_when_the_response_is_over()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("WorkSafety");
        await EndedAsync(scene, incident);
        await scene.AdvanceAsync(TimeSpan.FromDays(9));
        await CountAsync(scene, incident, ("Dead", 3));
        Assert.Equal([("Considerable", "Proposed", true)], await GradesAsync(scene, incident));
        await scene.AdvanceAsync(TimeSpan.FromDays(22));
        await CountAsync(scene, incident, ("Dead", 30));
        Assert.Single(await GradesAsync(scene, incident));
    }

    [Fact]
    public async Task An_incident_that_goes_on_is_graded_however_long_it_lasts()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("WorkSafety");
        await CountAsync(scene, incident, ("Dead", 3));
        await scene.AdvanceAsync(TimeSpan.FromDays(41));
        await CountAsync(scene, incident, ("Dead", 30));
        Assert.Equal([("Considerable", "Superseded", true), ("Exceptional", "Proposed", true)], await GradesAsync(scene, incident));
        await EndedAsync(scene, incident);
        await scene.AdvanceAsync(TimeSpan.FromDays(1));
        await CountAsync(scene, incident, ("Dead", 1));
        Assert.Equal(2, (await GradesAsync(scene, incident)).Count);
    }

    [Fact]
    public async Task Figures_of_several_sources_stand_side_by_side_and_the_grade_follows_the_one_that_a_person_chose()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("WorkSafety");
        var path = $"/v1/incidents/{incident}/casualties";
        var now = await scene.NowAsync();
        await CountAsync(scene, incident, ("Dead", 9));
        var hospital = await scene.OkAsync("county", path, Part(now, 12, "hospital-1"));
        await scene.RefusedAsync(400, "part-of-what", "county", path, Part(now, 1, null));
        var dead = (await scene.ReadAsync($"{path}/tally")).GetProperty("items")[0];
        Assert.Equal((12, true, 2), (dead.GetProperty("count").GetInt32(), dead.GetProperty("isDisputed").GetBoolean(), dead.GetProperty("figures").GetArrayLength()));
        Assert.Equal([("Considerable", "Superseded", true), ("Major", "Proposed", true)], await GradesAsync(scene, incident));

        var total = dead.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("scope").GetString() == "Total").GetProperty("entryId").GetGuid();
        var body = new { kind = "Dead", entries = new[] { total } };
        await scene.JoinAsync(incident, "fire");
        await scene.RefusedAsync(403, "not-leading", "fire", $"{path}/decisions", body);
        await scene.RefusedAsync(400, "figures-overlap", "county", $"{path}/decisions", new { kind = "Dead", entries = new[] { total, hospital.GetProperty("id").GetGuid() } });
        dead = await scene.OkAsync("county", $"{path}/decisions", body);
        Assert.Equal((9, false, "county"), (dead.GetProperty("count").GetInt32(), dead.GetProperty("isDisputed").GetBoolean(), dead.GetProperty("decidedBy").GetString()));
        Assert.Equal(("Considerable", "Proposed", true), (await GradesAsync(scene, incident))[^1]);
        await CountAsync(scene, incident, ("Dead", 31));
        Assert.Equal(("Exceptional", "Proposed", true), (await GradesAsync(scene, incident))[^1]);
    }

    private static object Part(DateTimeOffset now, int dead, string? hospital) => new
    {
        counts = new[] { new { kind = "Dead", count = dead, confidence = "Verified" } }, occurredAt = now, knownAt = now, scope = "Partial", source = hospital, areaCode = hospital,
    };

    private static async Task EndedAsync(Scene scene, Guid incident) => await scene.StepsAsync("/v1/incidents", await scene.ReadAsync($"/v1/incidents/{incident}"),
        ("county", "confirm", null), ("county", "activate", null), ("county", "stabilise", null), ("county", "end-response", null));
}
