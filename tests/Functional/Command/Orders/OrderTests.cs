using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Orders;

public abstract class OrderTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : OrderTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : OrderTests(region);

    private static object Task(string kind = "Rescue", DateTimeOffset? expiresAt = null, string addresseeKind = "Agency", string addressee = "fire") => new
    {
        kind,
        instruction = "Bring boats to the bridge",
        toAgency = "fire",
        addresseeKind,
        addressee,
        alternateAgency = "fire-2",
        superiorAgency = "fire-city",
        expiresAt,
    };

    private static async Task<JsonElement> OrderAsync(Scene scene, Guid incident) =>
        await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = Task() });

    [Fact]
    public async Task An_order_goes_from_its_issue_to_its_verification_with_its_clocks()
    {
        var scene = await Scene.HeldAsync(region);
        var order = await OrderAsync(scene, await scene.IncidentAsync());
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        await scene.AdvanceAsync(TimeSpan.FromSeconds(40));
        await scene.OkAsync("fire", $"{path}/deliver");
        order = await scene.OkAsync("fire", $"{path}/acknowledge");
        order = await scene.StepsAsync("/v1/orders", order, ("fire", "accept", null), ("fire", "start", null), ("fire", "complete", null), ("county", "verify", null));
        Assert.Equal("Verified", order.GetProperty("state").GetString());
        await region.QuietAsync(scene.Exercise);
        var clocks = await ClocksAsync(scene, order);
        Assert.Equal("Met", clocks["order.deliver"]);
        Assert.Equal("Met", clocks["order.acknowledge"]);
    }

    [Fact]
    public async Task A_measure_that_is_blocked_still_ends_when_it_said()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var order = await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = Task("Evacuate", (await scene.NowAsync()).AddHours(1), "Place", "220221") });
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        await scene.OkAsync("fire", $"{path}/deliver");
        order = await scene.OkAsync("fire", $"{path}/acknowledge");
        await scene.StepsAsync("/v1/orders", order, ("fire", "accept", null), ("fire", "start", null), ("fire", "block", new { reason = "Unsafe" }));
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal("Cancelled", (await scene.ReadAsync(path)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_order_that_nobody_acknowledges_climbs_to_the_alternate_and_the_superior()
    {
        var scene = await Scene.HeldAsync(region);
        var order = await OrderAsync(scene, await scene.IncidentAsync());
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        await scene.OkAsync("fire", $"{path}/deliver");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("fire-2", (await scene.ReadAsync(path)).GetProperty("askedAgency").GetString());
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        order = await scene.ReadAsync(path);
        Assert.Equal(("fire-city", "Superior", "Delivered"), (order.GetProperty("askedAgency").GetString(), order.GetProperty("escalation").GetString(), order.GetProperty("state").GetString()));
        await scene.OkAsync("fire-city", $"{path}/acknowledge");
        await region.QuietAsync(scene.Exercise);
        Assert.Equal("MetLate", (await ClocksAsync(scene, order))["order.acknowledge"]);
    }

    [Fact]
    public async Task The_alternate_takes_an_order_that_has_gone_on_to_the_superior_and_then_nobody_else_does()
    {
        var scene = await Scene.HeldAsync(region);
        var order = await OrderAsync(scene, await scene.IncidentAsync());
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(403, "not-addressee", "fire-2", $"{path}/deliver");
        await scene.OkAsync("fire", $"{path}/deliver");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("fire-city", (await scene.ReadAsync(path)).GetProperty("askedAgency").GetString());
        order = await scene.OkAsync("fire-2", $"{path}/acknowledge");
        Assert.Equal("fire-2", order.GetProperty("acknowledgedBy").GetString());
        foreach (var late in (string[])["fire", "fire-city"])
        {
            await scene.RefusedAsync(409, "order-taken", late, $"{path}/acknowledge");
            await scene.RefusedAsync(409, "order-taken", late, $"{path}/accept", ifMatch: order.GetProperty("version").GetInt32());
        }
        order = await scene.StepsAsync("/v1/orders", order, ("fire-2", "accept", null), ("fire-2", "start", null), ("fire-2", "complete", null));
        await scene.RefusedAsync(403, "own-work", "fire-2", $"{path}/verify", ifMatch: order.GetProperty("version").GetInt32());
        await scene.StepsAsync("/v1/orders", order, ("county", "verify", null));
    }

    [Fact]
    public async Task An_acknowledgement_in_time_that_arrives_late_clears_the_breach()
    {
        var scene = await Scene.HeldAsync(region);
        var order = await OrderAsync(scene, await scene.IncidentAsync());
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        await scene.OkAsync("fire", $"{path}/deliver");
        var read = (await scene.NowAsync()).AddMinutes(2);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(7));
        await scene.OkAsync("fire", $"{path}/acknowledge", new { occurredAt = read });
        await region.QuietAsync(scene.Exercise);
        Assert.Equal("Met", (await ClocksAsync(scene, order))["order.acknowledge"]);
    }

    [Fact]
    public async Task A_question_brings_a_second_revision_that_can_be_carried_out()
    {
        var scene = await Scene.HeldAsync(region);
        var order = await OrderAsync(scene, await scene.IncidentAsync());
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        await scene.OkAsync("fire", $"{path}/deliver");
        order = await scene.OkAsync("fire", $"{path}/acknowledge");
        order = await scene.StepsAsync("/v1/orders", order, ("fire", "ask", new { question = "Which bridge?" }), ("county", "clarify", new { instruction = "The north bridge" }));
        Assert.Equal((2, "Issued"), (order.GetProperty("revision").GetInt32(), order.GetProperty("state").GetString()));
        await scene.OkAsync("fire", $"{path}/deliver");
        await scene.OkAsync("fire", $"{path}/acknowledge");
    }

    [Fact]
    public async Task A_declined_order_goes_to_the_superior_and_to_nobody_else()
    {
        var scene = await Scene.HeldAsync(region);
        var order = await OrderAsync(scene, await scene.IncidentAsync());
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        await scene.OkAsync("fire", $"{path}/deliver");
        order = await scene.OkAsync("fire", $"{path}/acknowledge");
        order = await scene.StepsAsync("/v1/orders", order, ("fire", "decline", new { reason = "OperatorDisagrees" }));
        Assert.Equal(("Declined", "fire-city"), (order.GetProperty("state").GetString(), order.GetProperty("askedAgency").GetString()));
        await scene.RefusedAsync(409, "illegal-transition", "fire", $"{path}/acknowledge");
    }

    [Fact]
    public async Task An_evacuation_ends_by_itself_at_its_expiry()
    {
        var scene = await Scene.HeldAsync(region);
        var order = await scene.OkAsync("county", "/v1/orders", new { incidentId = await scene.IncidentAsync(), task = Task("Evacuate", (await scene.NowAsync()).AddHours(2), "Place", Scene.County) });
        Assert.Equal((true, "NaturalDisaster"), (order.GetProperty("underReview").GetBoolean(), order.GetProperty("ground").GetString()));
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        order = await scene.ReadAsync($"/v1/orders/{order.GetProperty("id").GetGuid()}");
        Assert.Equal(("Cancelled", "Expired"), (order.GetProperty("state").GetString(), order.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_cordon_at_a_crowded_venue_needs_a_venue_over_its_capacity()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("CrowdSafety");
        var expires = (await scene.NowAsync()).AddHours(1);
        await scene.RefusedAsync(409, "measure-without-ground", "county", "/v1/orders", new { incidentId = incident, task = Task("Cordon", expires, "Place", "440303") });
        await scene.RefusedAsync(409, "measure-without-ground", "county", "/v1/orders", new { incidentId = incident, task = Task("Cordon", expires, "Venue", Guid.NewGuid().ToString()) });
        await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = Task("DirectVisitorFlow", null, "Venue", "dongmen") });
    }

    [Fact]
    public async Task A_venue_over_its_capacity_is_a_ground_while_it_lasts()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("CrowdSafety");
        var place = new { areaCode = "440303", description = "Footbridge" };
        var hazard = (await scene.OkAsync("street", "/v1/hazards", new { kind = "VenueCapacity", ownerAgency = "street", place, name = "Footbridge", capacity = 1000 }, roles: [Roles.DutyOfficer])).GetProperty("id").GetGuid();
        var indicator = (await scene.OkAsync("street", "/v1/indicators", new { kind = "CrowdOccupancy", eventKind = "CrowdSafety", place, hazardId = hazard, silentAfterMinutes = 60 }, roles: [Roles.Integration])).GetProperty("id").GetGuid();
        await CountAsync(1120);
        var order = await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = Task("Cordon", (await scene.NowAsync()).AddHours(1), "Venue", hazard.ToString()) });
        Assert.Equal("VenueOverCapacity", order.GetProperty("ground").GetString());
        await CountAsync(850);
        await scene.RefusedAsync(409, "measure-without-ground", "county", "/v1/orders", new { incidentId = incident, task = Task("Cordon", (await scene.NowAsync()).AddHours(1), "Venue", hazard.ToString()) });

        async Task CountAsync(int people)
        {
            await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
            await scene.OkAsync("street", $"/v1/indicators/{indicator}/readings", new { value = people, takenAt = await scene.NowAsync(), method = "Sensor" }, roles: [Roles.Integration]);
            await region.QuietAsync(scene.Exercise);
        }
    }

    [Fact]
    public async Task Without_a_named_superior_the_next_body_on_duty_above_is_asked()
    {
        var scene = await Scene.HeldAsync(region);
        using var placed = await scene.As("region", Roles.Operator).PutAsync("/v1/directory/boats", new { jurisdiction = Scene.County, name = "Boats", nameZh = "Boats" });
        await placed.JsonAsync();
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "city-duty", jurisdiction = "220200", power = "KeepDuty", basis = "City plan" }, roles: [Roles.Operator]);
        var order = await scene.OkAsync("county", "/v1/orders", new
        {
            incidentId = await scene.IncidentAsync(),
            task = new { kind = "Rescue", instruction = "Bring boats", toAgency = "boats", addresseeKind = "Agency", addressee = "boats" },
        });
        Assert.Equal("city-duty", order.GetProperty("task").GetProperty("superiorAgency").GetString());
    }

    [Theory]
    [InlineData("Detain"), InlineData("Disperse"), InlineData("Identify"), InlineData("Follow"), InlineData("Intercept"), InlineData("Watch"), InlineData("PersuadeBack"), InlineData("ListLeaders")]
    public async Task What_must_not_be_ordered_is_no_word(string kind)
    {
        var scene = new Scene(region);
        var problem = await scene.RefusedAsync(400, "type", "county", "/v1/orders", new { incidentId = Guid.NewGuid(), task = Task(kind) });
        Assert.Equal("/task/kind", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_replaced_order_names_the_one_that_replaces_it()
    {
        var scene = await Scene.HeldAsync(region);
        var order = await OrderAsync(scene, await scene.IncidentAsync());
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        var next = await scene.OkAsync("county", $"{path}/supersede", new { task = Task("TreatInjured") }, order.GetProperty("version").GetInt32());
        order = await scene.ReadAsync(path);
        Assert.Equal(("Superseded", next.GetProperty("id").GetGuid()), (order.GetProperty("state").GetString(), order.GetProperty("successorId").GetGuid()));
    }

    [Fact]
    public async Task Others_do_not_answer_and_old_versions_do_not_decide()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "police");
        var order = await OrderAsync(scene, incident);
        var path = $"/v1/orders/{order.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(404, "not-found", "harbour", $"{path}/deliver");
        await scene.RefusedAsync(403, "not-addressee", "police", $"{path}/deliver");
        await scene.RefusedAsync(428, "if-match-required", "county", $"{path}/cancel", new { reason = "Mistake" });
        await scene.RefusedAsync(412, "stale-version", "county", $"{path}/cancel", new { reason = "Mistake" }, 1);
        await scene.RefusedAsync(404, "not-found", "county", "/v1/orders", new { incidentId = Guid.NewGuid(), task = Task() });
        await scene.RefusedAsync(409, "exercise-mismatch", "county", "/v1/orders", new { incidentId = await Outside(), task = Task() });

        async Task<Guid> Outside() => await (await Scene.HeldAsync(region)).IncidentAsync();
    }

    private static async Task<Dictionary<string, string>> ClocksAsync(Scene scene, JsonElement order)
    {
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        return page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("entityId").GetGuid() == order.GetProperty("id").GetGuid())
            .ToDictionary(c => c.GetProperty("key").GetString()!, c => c.GetProperty("state").GetString()!);
    }
}
