using System.Text.Json;
using System.Text.RegularExpressions;
using Coordination.Contracts;
using Coordination.Tests.Functional.BadInput;
using Coordination.Tests.Functional.Command;

namespace Coordination.Tests.Functional.Sharing;

/// <summary>An agency sees an incident when it owns it, takes part in it, is asked to do something in it, or holds a power where it lies; for all others it does not exist.</summary>
public abstract class IncidentSightTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : IncidentSightTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : IncidentSightTests(region);

    private static readonly string[] Every = [Roles.Reporter, Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Approver, Roles.Integration];

    [Fact]
    public async Task A_stranger_finds_nothing_of_an_incident_by_any_id_that_belongs_to_it()
    {
        var scene = await Scene.HeldAsync(region);
        var file = await IncidentFile.OpenAsync(scene, () => region.QuietAsync(scene.Exercise));
        var (stranger, faults, tried) = (scene.As("harbour", Every), new List<string>(), 0);
        foreach (var (operation, path) in file.Operations)
        {
            using var answer = await stranger.SendAsync(new HttpMethod(operation.Method), path, Body(operation), 1, Guid.NewGuid().ToString());
            tried++;
            // A list of something unknown is an empty page.
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if ((int)answer.StatusCode != 404 && !(answer.IsSuccessStatusCode && text.Contains("\"items\":[]", StringComparison.Ordinal))) faults.Add($"{operation.Place}: {(int)answer.StatusCode} {text}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        foreach (var (path, body) in file.Makings) await Scene.HiddenAsync(stranger, path, body);
        Assert.Equal(Matrix.Rows.Count(r => r.Relation == "incident" && r.Path.Contains("{id}", StringComparison.Ordinal)), tried);
        foreach (var list in (string[])["/v1/incidents", "/v1/orders", "/v1/notices", "/v1/activations", "/v1/groups", "/v1/command-transfers", "/v1/reviews", $"/v1/incidents/{file.Incident}/casualties", $"/v1/incidents/{file.Incident}/grades", "/v1/informed-incidents", $"/v1/clock-board?incident={file.Incident}", $"/v1/incidents/{file.Incident}/timeline"])
        {
            Assert.NotEmpty(await ItemsAsync(scene.As("county", Every), list));
            Assert.Empty(await ItemsAsync(stranger, list));
        }
    }

    [Fact]
    public async Task Who_is_ordered_sees_the_incident_from_then_on_and_decides_nothing_for_it()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await SeesAsync(scene, "fire", incident, false);
        await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = new { kind = "Rescue", instruction = "Boats", toAgency = "fire", addresseeKind = "Agency", addressee = "fire", alternateAgency = "fire-2", copyTo = new[] { "health" } } });
        foreach (var agency in (string[])["fire", "fire-2", "health"]) await SeesAsync(scene, agency, incident, true);
        // A copy is read: who got one changes nothing.
        var now = await scene.NowAsync();
        await scene.RefusedAsync(404, "not-found", "health", $"/v1/incidents/{incident}/casualties", new { counts = new[] { new { kind = "Dead", count = 1 } }, occurredAt = now, knownAt = now });
        await scene.RefusedAsync(404, "not-found", "health", $"/v1/incidents/{incident}/acting-command");
        await scene.RefusedAsync(403, "not-leading", "fire", $"/v1/incidents/{incident}/confirm", ifMatch: 1);
        await scene.RefusedAsync(403, "not-leading", "fire", $"/v1/incidents/{incident}/participants", new { agency = "harbour" });
        await scene.OkAsync("county", $"/v1/incidents/{incident}/confirm", ifMatch: 1);
    }

    [Fact]
    public async Task An_order_is_taken_back_by_who_gave_it_or_leads_and_not_by_who_got_it()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var order = await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = new { kind = "Rescue", instruction = "Boats", toAgency = "fire", addresseeKind = "Agency", addressee = "fire" } });
        var cancel = $"/v1/orders/{order.GetProperty("id").GetGuid()}/cancel";
        await scene.RefusedAsync(403, "not-leading", "fire", cancel, new { reason = "Mistake" }, 1);
        await scene.OkAsync("county", cancel, new { reason = "Mistake" }, order.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_sharing_rule_opens_what_lies_below_it_and_closes_it_again_at_once()
    {
        var scene = await Scene.HeldAsync(region);
        var (here, elsewhere) = (await scene.IncidentAsync(), await NeighbourAsync(scene));
        var rule = await scene.OkAsync("region", "/v1/authority-grants", new { agency = "weather", jurisdiction = Scene.County, power = "SeeIncidents", basis = "Agreement 7" }, roles: [Roles.Operator]);
        await SeesAsync(scene, "weather", here, true);
        await SeesAsync(scene, "weather", elsewhere, false);
        await scene.RefusedAsync(404, "not-found", "weather", $"/v1/incidents/{here}/confirm", ifMatch: 1);
        await scene.OkAsync("region", $"/v1/authority-grants/{rule.GetProperty("id").GetGuid()}/end", ifMatch: 1, roles: [Roles.Operator]);
        await SeesAsync(scene, "weather", here, false);
    }

    [Fact]
    public async Task The_log_gives_an_agency_what_it_is_party_to_what_names_it_and_what_was_declared_to_all()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.OkAsync("county", $"/v1/incidents/{incident}/confirm", ifMatch: 1);
        await region.QuietAsync(scene.Exercise);
        Assert.NotEmpty(await TypesAsync("county"));
        Assert.Empty(await TypesAsync("fire"));
        Assert.Contains("command.jurisdiction-set.v1", await TypesAsync("fire", ""));
        await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = new { kind = "Rescue", instruction = "Boats", toAgency = "fire", addresseeKind = "Agency", addressee = "fire" } });
        await region.QuietAsync(scene.Exercise);
        Assert.Equal(await TypesAsync("county"), await TypesAsync("fire"));
        Assert.Equal(await TypesAsync("county"), await TypesAsync("region", roles: [Roles.Operator]));

        async Task<IReadOnlyList<string?>> TypesAsync(string agency, string? of = null, params string[] roles) =>
            [.. (await ItemsAsync(scene.As(agency, roles is [] ? [Roles.Integration] : roles), $"/v1/events?exercise={scene.Exercise}&limit=200{of ?? $"&subject={incident}"}"))
                .Select(e => e.GetProperty("event").GetProperty("type").GetString())];
    }

    [Fact]
    public async Task Who_keeps_the_duty_above_leads_an_incident_below()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "watch", jurisdiction = "220000", power = "KeepDuty", basis = "Plan 2" }, roles: [Roles.Operator]);
        await scene.OkAsync("watch", $"/v1/incidents/{incident}/confirm", ifMatch: 1);
    }

    [Fact]
    public async Task A_rule_of_an_exercise_opens_nothing_of_life()
    {
        var (scene, real) = (await Scene.HeldAsync(region), region.As("region", Roles.Operator));
        var code = $"22{Random.Shared.Next(1000, 9999)}";
        foreach (var each in new[] { real, scene.As("region", Roles.Operator) })
            using (var set = await each.PutAsync($"/v1/jurisdictions/{code}", $$"""{"tier":"Province","parent":null,"name":"{{code}}","nameZh":"{{code}}"}""")) await set.JsonAsync();
        var now = DateTimeOffset.UtcNow.AddMinutes(-1);
        using var opened = await region.As("county", Roles.DutyOfficer).PostAsync("/v1/incidents", new { kind = "FloodOrDrought", title = "River", jurisdiction = code, occurredAt = now, knownAt = now });
        var incident = (await opened.JsonAsync()).GetProperty("id").GetGuid();
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "weather", jurisdiction = code, power = "SeeIncidents", basis = "Drill" }, roles: [Roles.Operator]);
        using var read = await region.As("weather", Roles.DutyOfficer).GetAsync($"/v1/incidents/{incident}");
        await read.ProblemAsync(404, "not-found");
    }

    /// <summary>A body that keeps every rule, with instants that are past in an exercise of 2010.</summary>
    private static string? Body(ApiOperation operation) => operation.Body is { } body
        ? Regex.Replace(ValidBody.Of(operation.Schemas, body, false).ToJsonString(), "\"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[^\"]*\"", "\"2010-07-27T11:00:00Z\"", RegexOptions.None, TimeSpan.FromSeconds(1))
        : null;

    private static async Task<Guid> NeighbourAsync(Scene scene)
    {
        using (var set = await scene.As("region", Roles.Operator).PutAsync("/v1/jurisdictions/220222", new { tier = "County", parent = "220200", name = "Neighbour", nameZh = "邻县" })) await set.JsonAsync();
        var now = await scene.NowAsync();
        return (await scene.OkAsync("neighbour", "/v1/incidents", new { kind = "FloodOrDrought", title = "River", jurisdiction = "220222", occurredAt = now, knownAt = now })).GetProperty("id").GetGuid();
    }

    private static async Task SeesAsync(Scene scene, string agency, Guid incident, bool sees)
    {
        using var answer = await scene.As(agency).GetAsync($"/v1/incidents/{incident}");
        if (sees) await answer.JsonAsync();
        else await answer.ProblemAsync(404, "not-found");
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(ApiClient client, string path) =>
        [.. (await client.GetJsonAsync(path)).GetProperty("items").EnumerateArray()];
}
