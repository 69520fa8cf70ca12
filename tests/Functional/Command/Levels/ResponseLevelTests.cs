using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Levels;

public abstract class ResponseLevelTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ResponseLevelTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ResponseLevelTests(region);

    private static async Task<(Scene Scene, Guid Incident)> ActiveAsync(Region region)
    {
        var scene = await Scene.HeldAsync(region);
        foreach (var (agency, jurisdiction) in ((string, string)[])[("county", Scene.County), ("city", "220200"), ("province", "220000")])
            await scene.OkAsync("region", "/v1/authority-grants", new { agency, jurisdiction, power = "SetResponseLevels", basis = "Plan 5.1" }, roles: [Roles.Operator]);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "fire", "hospital");
        await scene.StepsAsync("/v1/incidents", await scene.ReadAsync($"/v1/incidents/{incident}"), ("county", "confirm", null), ("county", "activate", null));
        return (scene, incident);
    }

    private static async Task<object> MatterAsync(Scene scene, Guid incident, string level, int hours = 24) => new
    {
        incidentId = incident,
        level,
        matter = "Flood of the Songhua",
        measures = new[] { "Evacuate the low ground" },
        expectedEnd = (await scene.NowAsync()).AddHours(hours),
    };

    private static async Task<JsonElement> ProposedAsync(Scene scene, Guid incident, string level = "IV") =>
        await scene.OkAsync("county", "/v1/response-levels", await MatterAsync(scene, incident, level));

    private static string Path(JsonElement level) => $"/v1/response-levels/{level.GetProperty("id").GetGuid()}";

    private static int Version(JsonElement level) => level.GetProperty("version").GetInt32();

    [Fact]
    public async Task A_level_is_set_raised_by_the_province_and_lowered_and_ended_by_it_alone()
    {
        var (scene, incident) = await ActiveAsync(region);
        var level = await scene.StepsAsync("/v1/response-levels", await ProposedAsync(scene, incident), ("county", "approve", null), ("county", "put-in-force", null));
        Assert.Equal(("InForce", "IV"), (level.GetProperty("state").GetString(), level.GetProperty("level").GetString()));
        await scene.RefusedAsync(409, "level-exists", "county", "/v1/response-levels", await MatterAsync(scene, incident, "III"));

        level = await scene.StepsAsync("/v1/response-levels", level, ("county", "propose-change", new { level = "II" }));
        foreach (var lower in (string[])["county", "city"])
            await scene.RefusedAsync(403, "no-authority", lower, $"{Path(level)}/decide-change", new { agree = true }, Version(level));
        level = await scene.StepsAsync("/v1/response-levels", level, ("province", "decide-change", new { agree = true }), ("county", "propose-change", new { level = "IV" }));
        await scene.RefusedAsync(403, "no-authority", "county", $"{Path(level)}/decide-change", new { agree = true }, Version(level));
        level = await scene.StepsAsync("/v1/response-levels", level, ("province", "decide-change", new { agree = false }));
        Assert.Equal(("InForce", "II"), (level.GetProperty("state").GetString(), level.GetProperty("level").GetString()));

        level = await scene.StepsAsync("/v1/response-levels", level, ("county", "propose-end", new { reason = "The river falls" }));
        await scene.RefusedAsync(403, "no-authority", "county", $"{Path(level)}/end", ifMatch: Version(level));
        level = await scene.StepsAsync("/v1/response-levels", level, ("province", "end", null));
        Assert.Equal("Ended", level.GetProperty("state").GetString());
        await region.QuietAsync(scene.Exercise);
        Assert.Equal(["IV", "II", "II"], await ToldAsync(scene, incident, "command.response-level-in-force.v1"));
    }

    [Fact]
    public async Task The_authorised_body_rejects_a_level_or_its_end_with_a_reason_and_the_response_goes_on()
    {
        var (scene, incident) = await ActiveAsync(region);
        var level = await ProposedAsync(scene, incident, "III");
        object because = new { reason = "The dyke holds" };
        await scene.RefusedAsync(403, "no-authority", "county", $"{Path(level)}/reject", because, 1);
        await scene.RefusedAsync(400, "required", "city", $"{Path(level)}/reject", new { }, 1);
        level = await scene.StepsAsync("/v1/response-levels", level, ("city", "reject", because));
        Assert.Equal(("Rejected", "city", "The dyke holds"), (level.GetProperty("state").GetString(), level.GetProperty("refusedBy").GetString(), level.GetProperty("refusedBecause").GetString()));
        await scene.RefusedAsync(409, "illegal-transition", "city", $"{Path(level)}/approve", ifMatch: Version(level));

        // Another may be proposed; its end is not agreed to, and its review clock runs on.
        level = await scene.StepsAsync("/v1/response-levels", await ProposedAsync(scene, incident), ("county", "approve", null), ("county", "put-in-force", null));
        await scene.RefusedAsync(409, "illegal-transition", "county", $"{Path(level)}/refuse-end", because, Version(level));
        level = await scene.StepsAsync("/v1/response-levels", level, ("county", "propose-end", new { reason = "The river falls" }));
        await scene.RefusedAsync(403, "no-authority", "fire", $"{Path(level)}/refuse-end", because, Version(level));
        level = await scene.StepsAsync("/v1/response-levels", level, ("city", "refuse-end", new { reason = "Rain goes on upstream" }));
        Assert.Equal(("InForce", "IV", "city"), (level.GetProperty("state").GetString(), level.GetProperty("level").GetString(), level.GetProperty("refusedBy").GetString()));
        Assert.Equal("Running", (await ClocksAsync(scene, level, "level.review")).Single().GetProperty("state").GetString());
        await scene.StepsAsync("/v1/response-levels", level, ("county", "propose-end", new { reason = "The river falls" }), ("county", "end", null));
        await region.QuietAsync(scene.Exercise);
        foreach (var (type, says) in ((string, string)[])[("rejected", "III"), ("end-refused", "IV")])
            Assert.Equal([says], await ToldAsync(scene, incident, $"command.response-level-{type}.v1"));
    }

    [Fact]
    public async Task A_body_sets_no_level_beyond_its_own()
    {
        var (scene, incident) = await ActiveAsync(region);
        var level = await ProposedAsync(scene, incident, "III");
        await scene.RefusedAsync(403, "no-authority", "county", $"{Path(level)}/approve", ifMatch: 1);
        await scene.RefusedAsync(403, "no-authority", "fire", $"{Path(level)}/approve", ifMatch: 1);
        await scene.RefusedAsync(409, "illegal-transition", "city", $"{Path(level)}/put-in-force", ifMatch: 1);
        await scene.RefusedAsync(403, "self-activation", "county", $"{Path(level)}/self-activate", ifMatch: 1, roles: [Roles.DutyOfficer]);
        await scene.StepsAsync("/v1/response-levels", level, ("city", "approve", null), ("city", "put-in-force", null));
    }

    [Fact]
    public async Task The_duty_lead_sets_level_IV_alone_and_an_authorised_body_confirms_in_thirty_minutes()
    {
        var (scene, incident) = await ActiveAsync(region);
        var level = await ProposedAsync(scene, incident);
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "county", jurisdiction = Scene.County, power = "KeepDuty", basis = "Plan 2.3" }, roles: [Roles.Operator]);
        await scene.RefusedAsync(403, "no-authority", "hospital", $"{Path(level)}/self-activate", ifMatch: 1, roles: [Roles.DutyOfficer]);
        level = await scene.OkAsync("county", $"{Path(level)}/self-activate", ifMatch: 1, roles: [Roles.DutyOfficer]);
        Assert.Equal(("InForce", true, 2), (level.GetProperty("state").GetString(), level.GetProperty("selfActivated").GetBoolean(), Version(level)));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));
        level = await scene.ReadAsync(Path(level));
        // At the due moment itself the clock has fired; a confirmation at that moment is still in time.
        await scene.RefusedAsync(403, "no-authority", "fire", $"{Path(level)}/confirm", ifMatch: Version(level));
        level = await scene.StepsAsync("/v1/response-levels", level, ("county", "confirm", null));
        Assert.Equal("county", level.GetProperty("confirmedBy").GetString());
        Assert.Equal("Met", (await ClocksAsync(scene, level, "level.confirmation")).Single().GetProperty("state").GetString());
        await scene.RefusedAsync(409, "nothing-to-confirm", "county", $"{Path(level)}/confirm", ifMatch: Version(level));
    }

    [Fact]
    public async Task A_confirmation_that_does_not_come_shows()
    {
        var (scene, incident) = await ActiveAsync(region);
        var level = await ProposedAsync(scene, incident);
        level = await scene.OkAsync("county", $"{Path(level)}/self-activate", ifMatch: 1, roles: [Roles.DutyOfficer]);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(31));
        level = await scene.ReadAsync(Path(level));
        Assert.True(level.GetProperty("confirmationOverdue").GetBoolean());
        level = await scene.StepsAsync("/v1/response-levels", level, ("county", "confirm", null));
        Assert.Equal("MetLate", (await ClocksAsync(scene, level, "level.confirmation")).Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_expected_end_is_a_duty_to_extend_lower_or_end()
    {
        var (scene, incident) = await ActiveAsync(region);
        var level = await scene.StepsAsync("/v1/response-levels", await ProposedAsync(scene, incident), ("county", "approve", null), ("county", "put-in-force", null));
        await scene.AdvanceAsync(TimeSpan.FromHours(23));
        await scene.RefusedAsync(400, "expected-end", "county", $"{Path(level)}/extend", new { expectedEnd = await scene.NowAsync() }, Version(level));
        level = await scene.StepsAsync("/v1/response-levels", level, ("county", "extend", new { expectedEnd = (await scene.NowAsync()).AddHours(24) }));
        await scene.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.Equal(["Met", "Breached"], (await ClocksAsync(scene, level, "level.review")).Select(c => c.GetProperty("state").GetString()));
        level = await scene.StepsAsync("/v1/response-levels", level, ("county", "propose-end", new { reason = "The river falls" }), ("county", "end", null));
        Assert.Equal(["Met", "MetLate"], (await ClocksAsync(scene, level, "level.review")).Select(c => c.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_level_states_matter_end_and_measures_for_a_confirmed_incident()
    {
        var (scene, incident) = await ActiveAsync(region);
        await scene.RefusedAsync(400, "expected-end", "county", "/v1/response-levels", await MatterAsync(scene, incident, "IV", hours: 0));
        await scene.RefusedAsync(400, "unknown-incident", "county", "/v1/response-levels", await MatterAsync(scene, Guid.CreateVersion7(), "IV"));
        await scene.RefusedAsync(400, "type", "county", "/v1/response-levels", await MatterAsync(scene, incident, "V"));
        await scene.RefusedAsync(409, "incident-not-open", "county", "/v1/response-levels", await MatterAsync(scene, await scene.IncidentAsync(), "IV"));
        using var bare = await scene.As("county").PostAsync("/v1/response-levels", new { incidentId = incident, level = "IV" });
        var problem = await bare.ProblemAsync(400, "required");
        Assert.Equal(["/expectedEnd", "/matter", "/measures"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
    }

    private static async Task<List<JsonElement>> ClocksAsync(Scene scene, JsonElement level, string key) =>
        [.. (await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200")).GetProperty("items").EnumerateArray()
            .Where(c => c.GetProperty("entityId").GetGuid() == level.GetProperty("id").GetGuid() && c.GetProperty("key").GetString() == key)];

    private static async Task<IEnumerable<string?>> ToldAsync(Scene scene, Guid incident, string type) =>
        (await scene.ReadAsync($"/v1/events?subject={incident}&exercise={scene.Exercise}&type={type}&limit=200")).GetProperty("items").EnumerateArray()
            .Select(e => e.GetProperty("event").GetProperty("data").GetProperty("level").GetString());
}
