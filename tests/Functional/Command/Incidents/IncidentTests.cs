using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Incidents;

public abstract class IncidentTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : IncidentTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : IncidentTests(region);

    private static readonly string[] WholeWay = ["confirm", "activate", "stabilise", "activate", "stabilise", "end-response", "begin-recovery", "begin-review", "close", "reopen", "activate"];

    [Fact]
    public async Task An_incident_runs_from_its_report_to_its_closing_and_the_log_tells_it_in_order()
    {
        var scene = await Scene.HeldAsync(region);
        var id = await scene.IncidentAsync();
        var incident = await scene.StepsAsync("/v1/incidents", await scene.ReadAsync($"/v1/incidents/{id}"), [.. WholeWay.Select(verb => ("county", verb, (object?)null))]);
        Assert.Equal(("Active", 12, true), (incident.GetProperty("state").GetString(), incident.GetProperty("version").GetInt32(), incident.GetProperty("isExercise").GetBoolean()));
        await region.QuietAsync(scene.Exercise);
        Assert.Equal([
                "incident-opened", "incident-confirmed", "incident-activated", "incident-stabilised", "incident-relapsed", "incident-stabilised", "response-ended",
                "incident-in-recovery", "incident-under-review", "incident-closed", "incident-reopened", "incident-activated",
            ], await ToldAsync(scene, id));
    }

    [Fact]
    public async Task A_step_that_the_table_does_not_list_is_refused_and_changes_nothing()
    {
        var scene = await Scene.HeldAsync(region);
        var id = await scene.IncidentAsync();
        foreach (var verb in WholeWay.Distinct().Except(["confirm"]))
            await scene.RefusedAsync(409, "illegal-transition", "county", $"/v1/incidents/{id}/{verb}", ifMatch: 1);
        await scene.RefusedAsync(428, "if-match-required", "county", $"/v1/incidents/{id}/confirm");
        await scene.RefusedAsync(412, "stale-version", "county", $"/v1/incidents/{id}/confirm", ifMatch: 2);
        await scene.RefusedAsync(403, "role-required", "county", $"/v1/incidents/{id}/confirm", ifMatch: 1, roles: [Roles.Reporter]);
        var incident = await scene.ReadAsync($"/v1/incidents/{id}");
        Assert.Equal(("Reported", 1), (incident.GetProperty("state").GetString(), incident.GetProperty("version").GetInt32()));
    }

    [Theory]
    [InlineData("MassIncident")]
    [InlineData("Petition")]
    [InlineData("Assembly")]
    [InlineData("ReligiousOrEthnicAffair")]
    public async Task An_assembly_or_petition_is_never_an_incident(string kind)
    {
        var scene = await Scene.HeldAsync(region);
        var problem = await scene.RefusedAsync(400, "type", "county", "/v1/incidents", Opening(await scene.NowAsync(), kind));
        Assert.Equal("/kind", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("/knownAt", "known-before-occurred", 0, -10, Scene.County, null)]
    [InlineData("/occurredAt", "future", 10, 10, Scene.County, null)]
    [InlineData("/jurisdiction", "unknown-jurisdiction", 0, 0, "990000", null)]
    [InlineData("/eventCode", "event-code", 0, 0, Scene.County, "14F01")]
    [InlineData("/eventCode", "event-code", 0, 0, Scene.County, "11C02")]
    public async Task Wrong_content_is_named_by_its_member(string pointer, string rule, int occurred, int known, string jurisdiction, string? eventCode)
    {
        var scene = await Scene.HeldAsync(region);
        var now = await scene.NowAsync();
        using var answer = await scene.As("county").PostAsync("/v1/incidents", new
        {
            kind = "FloodOrDrought",
            title = "Songhua river",
            jurisdiction,
            occurredAt = now.AddMinutes(occurred),
            knownAt = now.AddMinutes(known),
            eventCode,
        });
        Assert.Equal(400, (int)answer.StatusCode);
        var errors = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("errors").EnumerateArray();
        Assert.Contains(errors, e => e.GetProperty("pointer").GetString() == pointer && (rule == "future" || e.GetProperty("rule").GetString() == rule));
    }

    [Fact]
    public async Task A_child_names_its_parent_and_a_wrong_one_is_refused()
    {
        var scene = await Scene.HeldAsync(region);
        var (flood, now) = (await scene.IncidentAsync(), await scene.NowAsync());
        var drums = await scene.OkAsync("county", "/v1/incidents", new
        {
            kind = "EnvironmentalPollution",
            title = "Drums in the river",
            jurisdiction = Scene.County,
            occurredAt = now,
            knownAt = now,
            parentId = flood,
        });
        Assert.Equal((flood, "Accident"), (drums.GetProperty("parentId").GetGuid(), drums.GetProperty("category").GetString()));
        await scene.RefusedAsync(400, "unknown-incident", "county", "/v1/incidents",
            new { kind = "EnvironmentalPollution", title = "Drums", jurisdiction = Scene.County, occurredAt = now, knownAt = now, parentId = Guid.CreateVersion7() });
    }

    [Fact]
    public async Task Two_of_the_same_are_merged_and_the_other_goes_on()
    {
        var scene = await Scene.HeldAsync(region);
        var (one, other) = (await scene.IncidentAsync(), await scene.IncidentAsync());
        await scene.RefusedAsync(400, "same-incident", "county", $"/v1/incidents/{one}/merge", new { into = one }, 1);
        await scene.RefusedAsync(400, "unknown-incident", "county", $"/v1/incidents/{one}/merge", new { into = Guid.CreateVersion7() }, 1);
        var merged = await scene.OkAsync("county", $"/v1/incidents/{one}/merge", new { into = other }, 1);
        Assert.Equal(("MergedInto", other), (merged.GetProperty("state").GetString(), merged.GetProperty("mergedIntoId").GetGuid()));
        await scene.RefusedAsync(409, "merge-target-closed", "county", $"/v1/incidents/{other}/merge", new { into = one }, 1);
        var now = await scene.NowAsync();
        await scene.RefusedAsync(409, "no-incident", "county", $"/v1/incidents/{one}/casualties", new { counts = new[] { new { kind = "Dead", count = 1 } }, occurredAt = now, knownAt = now });
        Assert.Equal("Reported", (await scene.ReadAsync($"/v1/incidents/{other}")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Taking_part_twice_changes_nothing()
    {
        var scene = await Scene.HeldAsync(region);
        var id = await scene.IncidentAsync();
        await scene.OkAsync("county", $"/v1/incidents/{id}/participants", new { agency = "fire" });
        var incident = await scene.OkAsync("county", $"/v1/incidents/{id}/participants", new { agency = "fire" });
        Assert.Equal(["county", "fire"], incident.GetProperty("participants").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(2, incident.GetProperty("version").GetInt32());
        await scene.RefusedAsync(400, "agency", "county", $"/v1/incidents/{id}/participants", new { agency = "the fire brigade" });
    }

    [Fact]
    public async Task Nothing_of_an_exercise_is_seen_outside_it()
    {
        var scene = await Scene.HeldAsync(region);
        var id = await scene.IncidentAsync();
        var real = await region.As("county", Roles.Commander).GetJsonAsync("/v1/incidents?limit=200");
        Assert.DoesNotContain(real.GetProperty("items").EnumerateArray(), i => i.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task The_casualty_ledger_takes_counts_only()
    {
        var scene = await Scene.HeldAsync(region);
        var (path, now) = ($"/v1/incidents/{await scene.IncidentAsync()}/casualties", await scene.NowAsync());
        await scene.RefusedAsync(400, "range", "county", path, new { counts = new[] { new { kind = "Dead", count = -1 } }, occurredAt = now, knownAt = now });
        await scene.RefusedAsync(400, "count-twice", "county", path, new { counts = new[] { new { kind = "Dead", count = 1 }, new { kind = "Dead", count = 2 } }, occurredAt = now, knownAt = now });
        await scene.RefusedAsync(400, "unknown-member", "county", path, new { counts = new[] { new { kind = "Dead", count = 1, names = new[] { "x" } } }, occurredAt = now, knownAt = now });
        await scene.RefusedAsync(400, "type", "county", path, new { counts = new[] { new { kind = "Arrested", count = 1 } }, occurredAt = now, knownAt = now });
        await scene.RefusedAsync(400, "known-before-occurred", "county", path, new { counts = new[] { new { kind = "Dead", count = 1 } }, occurredAt = now, knownAt = now.AddMinutes(-1) });
        Assert.Empty((await scene.ReadAsync(path)).GetProperty("items").EnumerateArray());
        foreach (var dead in (int[])[13, 63])
            await scene.OkAsync("county", path, new { counts = new[] { new { kind = "Dead", count = dead } }, occurredAt = now, knownAt = now });
        Assert.Equal([13, 63], (await scene.ReadAsync(path)).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("counts")[0].GetProperty("count").GetInt32()));
    }
    private static object Opening(DateTimeOffset now, string kind) => new { kind, title = "x", jurisdiction = Scene.County, occurredAt = now, knownAt = now };
    private static async Task<IEnumerable<string>> ToldAsync(Scene scene, Guid incident) =>
        (await scene.ReadAsync($"/v1/events?subject={incident}&exercise={scene.Exercise}&limit=200")).GetProperty("items").EnumerateArray()
            .Select(e => e.GetProperty("event").GetProperty("type").GetString()!)
            .Where(t => t.StartsWith("command.incident-", StringComparison.Ordinal) || t == "command.response-ended.v1").Select(t => t["command.".Length..^".v1".Length]);
}
