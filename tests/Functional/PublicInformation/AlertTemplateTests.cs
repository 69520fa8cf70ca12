using System.Text.Json;

namespace Coordination.Tests.Functional.PublicInformation;

/// <summary>From an incident to an alert that another person approves.</summary>
public abstract class AlertTemplateTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : AlertTemplateTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AlertTemplateTests(region);

    [Fact]
    public async Task An_incident_gives_a_draft_whose_blanks_are_filled_before_another_person_approves()
    {
        var desk = await Desk.OpenAsync(region);
        var incident = await desk.ConfirmedIncidentAsync("EnvironmentalPollution");
        var draft = await Desk.OkAsync(desk.Officer, "/v1/alerts/from-template", new { incidentId = incident });
        var path = $"/v1/alerts/{draft.GetProperty("id").GetGuid()}";
        Assert.Equal((incident, "EnvironmentalPollution"), (draft.GetProperty("incidentId").GetGuid(), draft.GetProperty("kind").GetString()));
        Assert.Equal(["direction", "place"], Blanks(draft));
        await Desk.RefusedAsync(409, "blank-unfilled", desk.Approver, $"{path}/approve", null, 1);
        await Desk.RefusedAsync(400, "blank-unknown", desk.Officer, $"{path}/fill", new { blanks = new[] { new { name = "plaice", value = "x" } } }, 1);
        using var half = await desk.Officer.PostAsync($"{path}/fill", new { blanks = new[] { new { name = "place", value = "永吉", language = "zh-CN" }, new { name = "place", value = "Yongji", language = "en" } } }, 1);
        Assert.Equal(["direction"], Blanks(await half.JsonAsync()));
        using var whole = await desk.Officer.PostAsync($"{path}/fill", new { blanks = new[] { new { name = "direction", value = "220200" } } }, 2);
        var issued = await Desk.StepsAsync("/v1/alerts", await whole.JsonAsync(), (desk.Approver, "approve", null), (desk.Officer, "issue", null));
        Assert.Empty(Blanks(issued));
        Assert.Equal(["有害物质泄漏", "Hazardous release"], issued.GetProperty("texts").EnumerateArray().Select(t => t.GetProperty("event").GetString()));
        Assert.Equal(["永吉", "Yongji"], issued.GetProperty("texts").EnumerateArray().Select(t => t.GetProperty("areaNames")[0].GetString()));
        await Desk.RefusedAsync(409, "illegal-transition", desk.Officer, $"{path}/fill", new { blanks = new[] { new { name = "direction", value = "x" } } }, issued.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_template_by_its_name_needs_a_place_and_the_source_that_it_relays()
    {
        var desk = await Desk.OpenAsync(region);
        var areas = new[] { new { description = "东门", areaCode = "440303" } };
        var known = (await desk.Officer.GetJsonAsync("/v1/alerts/templates")).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(known, t => t.GetProperty("key").GetString() == "crowd-overload" && Blanks(t).SequenceEqual(["place", "route"]));
        await Desk.RefusedAsync(400, "alert-template", desk.Officer, "/v1/alerts/from-template", new { template = "volcano", areas });
        await Desk.RefusedAsync(400, "alert-template", desk.Officer, "/v1/alerts/from-template", new { template = "crowd-overload" });
        await Desk.RefusedAsync(400, "relay-only", desk.Officer, "/v1/alerts/from-template", new { template = "typhoon-relay", areas });
        await Desk.RefusedAsync(404, "not-found", desk.Officer, "/v1/alerts/from-template", new { incidentId = Guid.CreateVersion7() });
        var draft = await Desk.OkAsync(desk.Officer, "/v1/alerts/from-template", new { template = "crowd-overload", areas, blanks = new[] { new { name = "place", value = "东门" } } });
        Assert.Equal(["route"], Blanks(draft));
        Assert.Equal(["cell-broadcast", "loudspeaker", "website"], draft.GetProperty("channels").EnumerateArray().Select(c => c.GetString()));
    }

    private static IEnumerable<string?> Blanks(JsonElement of) => [.. of.GetProperty("blanks").EnumerateArray().Select(b => b.GetString())];
}
