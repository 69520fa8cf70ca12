using System.Text.Json;

namespace Coordination.Tests.Functional.Command.Orders;

public abstract class OrderGroupTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : OrderGroupTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : OrderGroupTests(region);

    private static object To(params string[] agencies) => new
    {
        kind = "Rescue",
        instruction = "Boats to the bridge",
        to = agencies.Select(a => new { toAgency = a, addresseeKind = "Agency", addressee = a, alternateAgency = $"{a}-2" }),
    };

    private static int Version(JsonElement group) => group.GetProperty("version").GetInt32();

    private static List<string?> States(JsonElement group) => [.. group.GetProperty("orders").EnumerateArray().Select(o => o.GetProperty("state").GetString())];

    [Fact]
    public async Task One_order_to_many_goes_out_to_all_or_none_is_answered_by_each_and_is_replaced_and_taken_back_in_one_act()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var problem = await scene.RefusedAsync(400, "code", "county", "/v1/order-groups", new { incidentId = incident, order = To("fire", "no code", "navy") });
        Assert.Equal("/order/to/1/toAgency", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
        Assert.Equal(0, (await scene.ReadAsync($"/v1/orders?incident={incident}")).GetProperty("items").GetArrayLength());

        var group = await scene.OkAsync("county", "/v1/order-groups", new { incidentId = incident, order = To("fire", "police", "navy") });
        var path = $"/v1/order-groups/{group.GetProperty("id").GetGuid()}";
        var orders = group.GetProperty("orders").EnumerateArray().ToDictionary(o => o.GetProperty("askedAgency").GetString()!, o => $"/v1/orders/{o.GetProperty("id").GetGuid()}");
        await scene.OkAsync("fire", $"{orders["fire"]}/deliver");
        var order = await scene.OkAsync("fire", $"{orders["fire"]}/acknowledge");
        await scene.StepsAsync("/v1/orders", order, ("fire", "accept", null), ("fire", "start", null), ("fire", "complete", null));
        await scene.RefusedAsync(403, "not-addressee", "fire", $"{orders["police"]}/deliver");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        group = await scene.ReadAsync(path);
        var rollUp = group.GetProperty("rollUp");
        Assert.Equal((3, 1, 2, 2), (rollUp.GetProperty("orders").GetInt32(), rollUp.GetProperty("done").GetInt32(), rollUp.GetProperty("unanswered").GetInt32(), rollUp.GetProperty("escalated").GetInt32()));

        // A new order for some of them; when one of the new ones is refused, the old ones stand.
        await scene.RefusedAsync(400, "recipient-twice", "county", $"{path}/supersede", new { order = To("police", "police") }, Version(group));
        Assert.Equal(["Completed", "Issued", "Issued"], States(await scene.ReadAsync(path)));
        await scene.RefusedAsync(403, "not-leading", "fire", $"{path}/cancel", new { reason = "NotNeeded" }, Version(group));
        var next = await scene.OkAsync("county", $"{path}/supersede", new { order = To("police") }, Version(group));
        group = await scene.ReadAsync(path);
        Assert.Equal(["Completed", "Cancelled", "Superseded"], States(group));
        Assert.Equal(next.GetProperty("id").GetGuid(), group.GetProperty("successorId").GetGuid());
        await scene.RefusedAsync(412, "stale-version", "county", $"{path}/cancel", new { reason = "NotNeeded" }, 1);
        await scene.RefusedAsync(409, "group-over", "county", $"{path}/cancel", new { reason = "NotNeeded" }, Version(group));
        next = await scene.StepsAsync("/v1/order-groups", next, ("county", "cancel", new { reason = "NotNeeded" }));
        Assert.Equal(["Cancelled"], States(next));
        await region.QuietAsync(scene.Exercise);
        var told = (await scene.ReadAsync($"/v1/events?subject={incident}&exercise={scene.Exercise}&type=command.order-issued.v1&limit=200")).GetProperty("items").EnumerateArray()
            .Select(e => e.GetProperty("event").GetProperty("data").GetProperty("groupId").GetGuid());
        Assert.Equal([3, 1], told.GroupBy(g => g).Select(g => g.Count()));
    }

    [Fact]
    public async Task Who_is_off_duty_is_not_called_and_the_alternate_is_asked_at_once()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var now = await scene.NowAsync();
        await scene.OkAsync("fire", "/v1/duty-rosters", new { post = "fire desk", shifts = new[] { new { from = now, until = now.AddHours(12) }, new { from = now.AddHours(12), until = now.AddHours(24) } } });
        object task = new { kind = "Rescue", instruction = "Boats", toAgency = "fire", addresseeKind = "Agency", addressee = "fire", alternateAgency = "fire-2", superiorAgency = "fire-city" };
        var kept = await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task });
        Assert.Equal("fire", kept.GetProperty("askedAgency").GetString());

        // Nobody has confirmed the shift, and it has begun.
        await scene.AdvanceAsync(TimeSpan.FromMinutes(15));
        var order = await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task });
        await region.QuietAsync(scene.Exercise);
        order = await scene.ReadAsync($"/v1/orders/{order.GetProperty("id").GetGuid()}");
        Assert.Equal(("fire-2", "Alternate"), (order.GetProperty("askedAgency").GetString(), order.GetProperty("escalation").GetString()));
    }
}
