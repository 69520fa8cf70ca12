using System.Text.Json;

namespace Coordination.Tests.Functional.Command.Transfers;

public abstract class TransferTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : TransferTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : TransferTests(region);

    private static readonly object Told = new { situation = "River over the dyke", resources = "30 boats", objectives = "Nobody drowns", runningClocks = "Report due 22:00", hazardsToStaff = "Current" };

    [Fact]
    public async Task Command_passes_from_county_to_city_to_province_with_exactly_one_commander_at_every_instant()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "city", "province");
        await scene.OkAsync("county", $"/v1/incidents/{incident}/acting-command");
        foreach (var (from, to) in ((string, string)[])[("county", "city"), ("city", "province")])
        {
            await scene.AdvanceAsync(TimeSpan.FromHours(1));
            var transfer = await scene.OkAsync(to, "/v1/command-transfers", new { incidentId = incident, toAgency = to, reason = "LevelRaised" });
            await scene.StepsAsync("/v1/command-transfers", transfer, (from, "brief", Told), (to, "accept", null), (to, "pass", null));
        }
        var command = await scene.ReadAsync($"/v1/incidents/{incident}/command");
        Assert.Equal(["county", "city", "province"], command.GetProperty("tenures").EnumerateArray().Select(t => t.GetProperty("lead").GetString()));
        await region.QuietAsync(scene.Exercise);
        var tenures = command.GetProperty("tenures").EnumerateArray().Select(t => (From: t.GetProperty("from").GetDateTimeOffset(), Until: t.TryGetProperty("until", out var u) ? u.GetDateTimeOffset() : DateTimeOffset.MaxValue)).ToList();
        Assert.All(await MomentsAsync(scene, incident), moment => Assert.Single(tenures, t => t.From <= moment && moment < t.Until));
    }

    [Fact]
    public async Task A_transfer_that_is_not_accepted_in_ten_minutes_lapses_and_command_stays()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.OkAsync("county", $"/v1/incidents/{incident}/acting-command");
        var transfer = await scene.OkAsync("county", "/v1/command-transfers", new { incidentId = incident, toAgency = "city", reason = "BeyondCapacity" });
        await scene.RefusedAsync(409, "transfer-in-progress", "county", "/v1/command-transfers", new { incidentId = incident, toAgency = "province", reason = "BeyondCapacity" });
        transfer = await scene.StepsAsync("/v1/command-transfers", transfer, ("county", "brief", Told));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("Lapsed", (await scene.ReadAsync($"/v1/command-transfers/{transfer.GetProperty("id").GetGuid()}")).GetProperty("state").GetString());
        Assert.Equal("county", (await scene.ReadAsync($"/v1/incidents/{incident}/commander")).GetProperty("lead").GetString());
    }

    [Fact]
    public async Task A_unified_command_has_one_lead_and_the_first_arriver_is_one()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("Transport");
        await scene.JoinAsync(incident, "fire", "police", "province");
        await scene.RefusedAsync(409, "no-commander", "county", "/v1/command-transfers", new { incidentId = incident, toAgency = "city", reason = "Relief" });
        await scene.OkAsync("fire", $"/v1/incidents/{incident}/acting-command");
        await scene.RefusedAsync(409, "has-commander", "police", $"/v1/incidents/{incident}/acting-command");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(40));
        var transfer = await scene.OkAsync("province", "/v1/command-transfers", new { incidentId = incident, toAgency = "province", reason = "SharedCompetence", with = new[] { "rail" } });
        var path = $"/v1/command-transfers/{transfer.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(400, "required", "fire", $"{path}/brief", new { situation = "Two trains" }, 1);
        await scene.StepsAsync("/v1/command-transfers", transfer, ("fire", "brief", Told), ("province", "accept", null), ("fire", "pass", null));
        var current = (await scene.ReadAsync($"/v1/incidents/{incident}/command")).GetProperty("current");
        Assert.Equal(("Unified", "province", 2), (current.GetProperty("form").GetString(), current.GetProperty("lead").GetString(), current.GetProperty("agencies").GetArrayLength()));
    }

    [Fact]
    public async Task Where_the_tree_names_who_may_command_nobody_else_is_handed_command()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "fire");
        await scene.OkAsync("fire", $"/v1/incidents/{incident}/acting-command");
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "city", jurisdiction = "220200", power = "Command", basis = "City plan" }, roles: [Coordination.Contracts.Roles.Operator]);
        await scene.RefusedAsync(403, "no-authority", "fire", "/v1/command-transfers", new { incidentId = incident, toAgency = "police", reason = "Relief" });
        await scene.OkAsync("city", "/v1/command-transfers", new { incidentId = incident, toAgency = "city", reason = "LevelRaised" });
    }

    [Fact]
    public async Task Command_is_taken_over_from_a_commander_who_cannot_be_reached_and_what_he_ordered_stands()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        foreach (var (agency, jurisdiction) in ((string, string)[])[("county", Scene.County), ("city", "220200")])
            await scene.OkAsync("region", "/v1/authority-grants", new { agency, jurisdiction, power = "Command", basis = "Plan 2.2" }, roles: [Coordination.Contracts.Roles.Operator]);
        await scene.JoinAsync(incident, "fire", "police");
        var path = $"/v1/incidents/{incident}/take-over";
        object silent = new { reason = "No answer by radio or telephone for 20 minutes" };
        await scene.RefusedAsync(409, "no-commander", "city", path, silent, 1);
        await scene.OkAsync("fire", $"/v1/incidents/{incident}/acting-command");
        var order = await scene.OkAsync("fire", "/v1/orders", new { incidentId = incident, task = new { kind = "Rescue", instruction = "Boats to the bridge", toAgency = "police", addresseeKind = "Agency", addressee = "police" } });
        var offered = await scene.OkAsync("fire", "/v1/command-transfers", new { incidentId = incident, toAgency = "county", reason = "NamedCommanderArrived" });
        await scene.AdvanceAsync(TimeSpan.FromSeconds(30));
        await scene.RefusedAsync(403, "not-next-in-command", "police", path, silent, 1);
        await scene.RefusedAsync(400, "required", "city", path, new { }, 1);
        await scene.RefusedAsync(428, "if-match-required", "city", path, silent);
        await scene.RefusedAsync(404, "not-found", "harbour", path, silent, 1);
        var taken = await scene.OkAsync("city", path, silent, 1);
        Assert.Equal(("Effective", "CommanderUnreachable", "fire", "city"), (taken.GetProperty("state").GetString(), taken.GetProperty("reason").GetString(), taken.GetProperty("fromAgency").GetString(), taken.GetProperty("toAgency").GetString()));
        await scene.RefusedAsync(412, "stale-version", "county", path, silent, 1);
        Assert.Equal("Lapsed", (await scene.ReadAsync($"/v1/command-transfers/{offered.GetProperty("id").GetGuid()}")).GetProperty("state").GetString());
        Assert.Equal("city", (await scene.ReadAsync($"/v1/incidents/{incident}/commander")).GetProperty("lead").GetString());

        // The order and its clocks go on, and the new commander may take it back.
        await scene.OkAsync("police", $"/v1/orders/{order.GetProperty("id").GetGuid()}/deliver");
        order = await scene.OkAsync("police", $"/v1/orders/{order.GetProperty("id").GetGuid()}/acknowledge");
        await scene.StepsAsync("/v1/orders", order, ("city", "cancel", new { reason = "SituationChanged" }));

        // The one who was out of reach hears of it, and has command again by a transfer like any other.
        await region.QuietAsync(scene.Exercise);
        var told = await scene.As("fire").GetJsonAsync($"/v1/events?subject={incident}&exercise={scene.Exercise}&type=command.transfer-changed.v1&limit=200");
        Assert.Contains(told.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("event").GetProperty("data")),
            d => d.GetProperty("reason").GetString() == "CommanderUnreachable" && d.GetProperty("fromAgency").GetString() == "fire");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        await scene.RefusedAsync(400, "take-over-instead", "city", "/v1/command-transfers", new { incidentId = incident, toAgency = "county", reason = "CommanderUnreachable" });
        var back = await scene.OkAsync("county", "/v1/command-transfers", new { incidentId = incident, toAgency = "county", reason = "Relief" });
        await scene.StepsAsync("/v1/command-transfers", back, ("city", "brief", Told), ("county", "accept", null), ("city", "pass", null));
        Assert.Equal(["fire", "city", "county"], (await scene.ReadAsync($"/v1/incidents/{incident}/command")).GetProperty("tenures").EnumerateArray().Select(t => t.GetProperty("lead").GetString()));
    }

    [Fact]
    public async Task An_incident_that_becomes_part_of_another_brings_its_commander_along_where_that_one_has_none()
    {
        var scene = await Scene.HeldAsync(region);
        var (part, whole) = (await scene.IncidentAsync(), await scene.IncidentAsync());
        await scene.JoinAsync(part, "fire");
        await scene.OkAsync("fire", $"/v1/incidents/{part}/acting-command");
        var offered = await scene.OkAsync("county", "/v1/command-transfers", new { incidentId = part, toAgency = "county", reason = "NamedCommanderArrived" });
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        await scene.OkAsync("county", $"/v1/incidents/{part}/merge", new { into = whole }, (await scene.ReadAsync($"/v1/incidents/{part}")).GetProperty("version").GetInt32());
        Assert.Equal("fire", (await scene.ReadAsync($"/v1/incidents/{whole}/commander")).GetProperty("lead").GetString());
        Assert.Equal("Lapsed", (await scene.ReadAsync($"/v1/command-transfers/{offered.GetProperty("id").GetGuid()}")).GetProperty("state").GetString());
        using var nobody = await scene.As("county").GetAsync($"/v1/incidents/{part}/commander");
        await nobody.ProblemAsync(404, "not-found");
    }

    private static async Task<IReadOnlyList<DateTimeOffset>> MomentsAsync(Scene scene, Guid incident)
    {
        var page = await scene.ReadAsync($"/v1/events?subject={incident}&exercise={scene.Exercise}&limit=200");
        return [.. page.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("event"))
            .Where(e => e.GetProperty("type").GetString()!.StartsWith("command.commander", StringComparison.Ordinal) || e.GetProperty("type").GetString()!.StartsWith("command.transfer", StringComparison.Ordinal))
            .Select(e => e.GetProperty("data")).Select(d => (d.TryGetProperty("changedAt", out var at) ? at : d.GetProperty("from")).GetDateTimeOffset())];
    }
}
