using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.PublicInformation;

public abstract class AlertTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : AlertTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AlertTests(region);

    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    private static async Task<JsonElement> ReportAsync(Desk desk, Guid alert, string channel, params string[] states)
    {
        JsonElement receipt = default;
        foreach (var state in states) receipt = await Desk.OkAsync(desk.Channel, $"/v1/alerts/{alert}/receipts", new { channel, state });
        return receipt;
    }

    [Fact]
    public async Task An_alert_is_pushed_in_time_when_its_required_channels_deliver()
    {
        var desk = await Desk.OpenAsync(region);
        var alert = await desk.IssuedAsync(Desk.Alert());
        var id = alert.GetProperty("id").GetGuid();
        Assert.Equal("Exercise", alert.GetProperty("status").GetString());
        Assert.Matches("^[0-9]{14}_[0-9]{14}_[0-9]$", alert.GetProperty("identifier").GetString());
        var now = await desk.Scene.NowAsync();
        Assert.Equal(now.AddMinutes(60), alert.GetProperty("expires").GetDateTimeOffset());

        var queue = (await desk.Channel.GetJsonAsync("/v1/channels/cell-broadcast/queue")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([id], queue.Select(r => r.GetProperty("alertId").GetGuid()));
        var retried = await ReportAsync(desk, id, "cell-broadcast", "Sent", "Failed", "Retried", "Sent", "Delivered");
        Assert.Equal(2, retried.GetProperty("attempts").GetInt32());
        Assert.Equal(["Running"], await desk.ClockAsync(id, "alert.push"));
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(9));
        await ReportAsync(desk, id, "loudspeaker", "Sent", "Delivered");
        Assert.Equal(["Met"], await desk.ClockAsync(id, "alert.push"));
        Assert.Empty((await desk.Channel.GetJsonAsync("/v1/channels/cell-broadcast/queue")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Channels_that_deliver_after_ten_minutes_are_late()
    {
        var desk = await Desk.OpenAsync(region);
        var id = (await desk.IssuedAsync(Desk.Alert(channels: ["cell-broadcast"]))).GetProperty("id").GetGuid();
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(["Breached"], await desk.ClockAsync(id, "alert.push"));
        await ReportAsync(desk, id, "cell-broadcast", "Sent", "Delivered");
        Assert.Equal(["MetLate"], await desk.ClockAsync(id, "alert.push"));
    }

    [Fact]
    public async Task A_delivery_in_time_that_is_reported_late_meets_the_clock()
    {
        var desk = await Desk.OpenAsync(region);
        var id = (await desk.IssuedAsync(Desk.Alert(channels: ["cell-broadcast"]))).GetProperty("id").GetGuid();
        var at = (await desk.Scene.NowAsync()).AddMinutes(4);
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(11));
        foreach (var state in (string[])["Sent", "Delivered"])
            await Desk.OkAsync(desk.Channel, $"/v1/alerts/{id}/receipts", new { channel = "cell-broadcast", state, occurredAt = at });
        Assert.Equal(["Met"], await desk.ClockAsync(id, "alert.push"));
    }

    [Fact]
    public async Task A_cancellation_refers_to_its_alert_and_takes_it_off_the_queue()
    {
        var desk = await Desk.OpenAsync(region);
        var id = (await desk.IssuedAsync(Desk.Alert())).GetProperty("id").GetGuid();
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(45));
        var cancel = await desk.IssuedAsync(Desk.Alert("Cancel", id));
        var ended = await desk.Public.GetJsonAsync($"/v1/public/alerts/{id}");
        Assert.Equal(("Cancelled", cancel.GetProperty("id").GetGuid()), (ended.GetProperty("state").GetString(), ended.GetProperty("endedBy").GetGuid()));
        Assert.Empty((await desk.Public.GetJsonAsync("/v1/public/alerts")).GetProperty("items").EnumerateArray());
        var queue = (await desk.Channel.GetJsonAsync("/v1/channels/loudspeaker/queue")).GetProperty("items").EnumerateArray();
        Assert.Equal([cancel.GetProperty("id").GetGuid()], queue.Select(r => r.GetProperty("alertId").GetGuid()));
        Assert.Equal(["Cancelled"], await desk.ClockAsync(id, "alert.expiry"));
        var document = await CapAsync(desk.Public, cancel.GetProperty("id").GetGuid());
        Assert.Equal("Cancel", document.Element(Cap + "msgType")!.Value);
        Assert.Contains(ended.GetProperty("identifier").GetString()!, document.Element(Cap + "references")!.Value, StringComparison.Ordinal);
        await Desk.RefusedAsync(400, "references-required", desk.Officer, "/v1/alerts", Desk.Alert("Update", id));
    }

    [Fact]
    public async Task An_alert_that_nobody_cancels_runs_out()
    {
        var desk = await Desk.OpenAsync(region);
        var id = (await desk.IssuedAsync(Desk.Alert())).GetProperty("id").GetGuid();
        Assert.Single((await desk.Public.GetJsonAsync("/v1/public/alerts")).GetProperty("items").EnumerateArray());
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.Equal("Expired", (await desk.Public.GetJsonAsync($"/v1/public/alerts/{id}")).GetProperty("state").GetString());
        Assert.Empty((await desk.Public.GetJsonAsync("/v1/public/alerts")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Nothing_of_an_exercise_reaches_an_Actual_channel_nor_the_real_public()
    {
        var desk = await Desk.OpenAsync(region);
        var id = (await desk.IssuedAsync(Desk.Alert())).GetProperty("id").GetGuid();
        Assert.Equal("Exercise", (await CapAsync(desk.Public, id)).Element(Cap + "status")!.Value);
        var real = region.AsPerson("cell-broadcast-1", "telecom", Roles.Integration);
        Assert.DoesNotContain($"{id}", (await real.GetJsonAsync("/v1/channels/cell-broadcast/queue?limit=200")).ToString(), StringComparison.Ordinal);
        await Desk.RefusedAsync(404, "not-found", real, $"/v1/alerts/{id}/receipts", new { channel = "cell-broadcast", state = "Sent" });
        foreach (var page in (string[])["", "/cap"])
        {
            using var hidden = await region.Anonymous().GetAsync($"/v1/public/alerts/{id}{page}");
            await hidden.ProblemAsync(404, "not-found");
        }
        using var mixed = await region.AsPerson("ann", "county", Roles.PublicInformationOfficer).PostAsync("/v1/alerts", Desk.Alert("Cancel", id));
        await mixed.ProblemAsync(400, "references-required");
    }
    [Fact]
    public async Task No_caller_chooses_the_status()
    {
        var desk = await Desk.OpenAsync(region);
        var body = JsonSerializer.SerializeToNode(Desk.Alert(), Wire.Json)!.AsObject();
        body["status"] = "Actual";
        using var answer = await desk.Officer.PostAsync("/v1/alerts", body.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
    [Fact]
    public async Task What_CAP_or_the_law_forbids_is_named()
    {
        var desk = await Desk.OpenAsync(region);
        await Desk.RefusedAsync(400, "relay-only", desk.Officer, "/v1/alerts", Desk.Alert(kind: "Meteorological"));
        await Desk.RefusedAsync(400, "channel", desk.Officer, "/v1/alerts", Desk.Alert(channels: ["carrier-pigeon"]));
        await Desk.RefusedAsync(400, "expiry", desk.Officer, "/v1/alerts", Desk.Alert(expires: await desk.Scene.NowAsync()));
        var draft = await Desk.OkAsync(desk.Officer, "/v1/alerts", Desk.Alert());
        var id = draft.GetProperty("id").GetGuid();
        await Desk.RefusedAsync(409, "illegal-transition", desk.Officer, $"/v1/alerts/{id}/issue", null, 1);
        var issued = await desk.IssuedAsync(Desk.Alert());
        await Desk.RefusedAsync(400, "channel", desk.Channel, $"/v1/alerts/{issued.GetProperty("id").GetGuid()}/receipts", new { channel = "radio", state = "Sent" });
        await Desk.RefusedAsync(409, "illegal-transition", desk.Channel, $"/v1/alerts/{issued.GetProperty("id").GetGuid()}/receipts", new { channel = "loudspeaker", state = "Delivered" });
    }
    [Fact]
    public async Task Alerts_of_one_second_get_names_of_their_own()
    {
        var desk = await Desk.OpenAsync(region);
        var names = new HashSet<string>();
        for (var i = 0; i < 10; i++) names.Add((await Desk.OkAsync(desk.Officer, "/v1/alerts", Desk.Alert())).GetProperty("identifier").GetString()!);
        Assert.Equal(10, names.Count);
        await Desk.RefusedAsync(409, "identifier-exhausted", desk.Officer, "/v1/alerts", Desk.Alert());
    }
    private static async Task<XElement> CapAsync(ApiClient who, Guid id)
    {
        using var answer = await who.GetAsync($"/v1/public/alerts/{id}/cap");
        Assert.Equal("application/cap+xml", answer.Content.Headers.ContentType?.MediaType);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }

    [Fact]
    public async Task Where_the_tree_names_who_warns_an_area_nobody_else_approves_or_issues_an_alert_for_it()
    {
        var desk = await Desk.OpenAsync(region);
        var drafted = await Desk.OkAsync(desk.Officer, "/v1/alerts", Desk.Alert());
        var approve = $"/v1/alerts/{drafted.GetProperty("id").GetGuid()}/approve";
        using (var set = await desk.Scene.As("region", Roles.Operator).PutAsync("/v1/jurisdictions/440000", """{"tier":"Province","parent":null,"name":"Guangdong","nameZh":"广东"}""")) await set.JsonAsync();
        await desk.Scene.OkAsync("region", "/v1/authority-grants", new { agency = "weather", jurisdiction = "440000", power = "IssueWarnings", basis = "Plan 4" }, roles: [Roles.Operator]);
        await region.QuietAsync(desk.Scene.Exercise);
        await Desk.RefusedAsync(403, "no-authority", desk.Approver, approve, ifMatch: 1);
        await desk.Scene.OkAsync("region", "/v1/authority-grants", new { agency = "county", jurisdiction = "440000", power = "IssueWarnings", basis = "Plan 5" }, roles: [Roles.Operator]);
        await region.QuietAsync(desk.Scene.Exercise);
        await Desk.StepsAsync("/v1/alerts", drafted, (desk.Approver, "approve", null), (desk.Officer, "issue", null));
    }
}
