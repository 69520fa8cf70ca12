using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Notices;

public abstract class NoticeTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : NoticeTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : NoticeTests(region);

    /// <summary>Drums drift downstream (domain.md E1): the neighbour is told within ten minutes and says so; who is silent is escalated; what was wrong is received again.</summary>
    [Fact]
    public async Task Neighbours_are_told_and_acknowledge_each_text_and_silence_goes_up_and_nobody_sees_more_of_the_incident()
    {
        var scene = await Scene.HeldAsync(region);
        await DownstreamAsync(scene);
        var incident = await scene.IncidentAsync("EnvironmentalPollution");
        var body = new { incidentId = incident, text = "100 drums drift downstream", purpose = "Action", agencies = new[] { "water" }, jurisdictions = new[] { "230000" } };
        await scene.RefusedAsync(400, "unknown-jurisdiction", "county", "/v1/notices", body with { jurisdictions = ["990000"] });
        await scene.RefusedAsync(400, "nobody-on-duty", "county", "/v1/notices", body with { jurisdictions = [Scene.County] });
        await scene.RefusedAsync(400, "code", "county", "/v1/notices", body with { agencies = ["Mr Li of the plant"] });
        var notice = await scene.OkAsync("county", "/v1/notices", body);
        var path = $"/v1/notices/{notice.GetProperty("id").GetGuid()}";

        // The notice is all that its recipients see.
        Assert.Equal(body.text, (await scene.As("downstream").GetJsonAsync(path)).GetProperty("text").GetString());
        using (var hidden = await scene.As("downstream").GetAsync($"/v1/incidents/{incident}")) await hidden.ProblemAsync(404, "not-found");
        await scene.RefusedAsync(404, "not-found", "downstream", $"{path}/withdraw", new { reason = "Not ours" }, 1);
        await scene.RefusedAsync(404, "not-found", "fire", $"{path}/acknowledge", new { revision = 1 });
        Assert.Single((await scene.As("downstream").GetJsonAsync("/v1/notices?owed=true")).GetProperty("items").EnumerateArray());

        await scene.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.Equal("commander", (await scene.OkAsync("downstream", $"{path}/acknowledge", new { revision = 1 })).GetProperty("receivedAs").GetString());
        Assert.Empty((await scene.As("downstream").GetJsonAsync("/v1/notices?owed=true")).GetProperty("items").EnumerateArray());
        await scene.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["downstream: Received by nobody above", "water: Unanswered by down-city"], await ReceiptsAsync(scene, "county", path));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["water: Unanswered by down-city, downstream"], await ReceiptsAsync(scene, "down-city", path));
        Assert.Empty(await ReceiptsAsync(scene, "fire", path));
        Assert.Single((await scene.As("downstream").GetJsonAsync("/v1/notices?owed=true")).GetProperty("items").EnumerateArray());
        var silent = (await scene.As("down-city").GetJsonAsync($"{path}/receipts")).GetProperty("items").EnumerateArray().Single();
        var call = $"{path}/receipts/{silent.GetProperty("id").GetGuid()}/take-over";
        await scene.RefusedAsync(403, "not-the-recipient", "county", call);
        await scene.OkAsync("downstream", call);
        await scene.RefusedAsync(409, "already-answered", "down-city", call);
        Assert.Empty((await scene.As("downstream").GetJsonAsync("/v1/notices?owed=true")).GetProperty("items").EnumerateArray());

        // A newer text is received anew, and a receipt for the older one is none.
        var version = (await scene.ReadAsync(path)).GetProperty("version").GetInt32();
        await scene.RefusedAsync(400, "same-text", "county", $"{path}/correct", new { body.text, body.purpose }, version);
        notice = await scene.OkAsync("county", $"{path}/correct", new { text = "1,000 drums drift downstream" }, version);
        Assert.Equal("Action", notice.GetProperty("purpose").GetString());
        await scene.RefusedAsync(409, "another-revision", "downstream", $"{path}/acknowledge", new { revision = 1 });
        foreach (var agency in (string[])["downstream", "water"]) await scene.OkAsync(agency, $"{path}/acknowledge", new { revision = 2 }, roles: [Roles.DutyOfficer]);
        notice = await scene.OkAsync("county", $"{path}/withdraw", new { reason = "All drums are caught" }, notice.GetProperty("version").GetInt32());
        Assert.Equal(("Withdrawn", 3, 3), (notice.GetProperty("state").GetString(), notice.GetProperty("revision").GetInt32(), notice.GetProperty("texts").GetArrayLength()));
        await scene.RefusedAsync(409, "illegal-transition", "county", $"{path}/correct", new { text = "Not all" }, notice.GetProperty("version").GetInt32());
        foreach (var agency in (string[])["downstream", "water"]) await scene.OkAsync(agency, $"{path}/acknowledge", new { revision = 3 });
        Assert.Equal(["Breached", "Met", "Met", "Met", "Met", "Met"], await ClocksAsync(scene, incident, "notice.receipt"));
        Assert.Equal(["Breached", "Met"], await ClocksAsync(scene, incident, "notice.superior"));

        // The log gives a recipient what names it, and nothing else of the incident.
        await region.QuietAsync(scene.Exercise);
        var seen = (await scene.As("downstream", Roles.Integration).GetJsonAsync($"/v1/events?exercise={scene.Exercise}&limit=200&subject={incident}")).GetProperty("items").EnumerateArray()
            .Select(e => e.GetProperty("event").GetProperty("type").GetString());
        Assert.Equal(["corrected", "issued", "received", "received", "received", "taken", "unanswered", "withdrawn"], seen.Select(t => t!.Split('.', '-')[2]).Order(StringComparer.Ordinal));
    }

    /// <summary>A province and a city where others keep the duty, and a water company there.</summary>
    private static async Task DownstreamAsync(Scene scene)
    {
        var operators = scene.As("region", Roles.Operator);
        foreach (var (path, body) in ((string, object)[])
            [("jurisdictions/230000", """{"tier":"Province","parent":null,"name":"Downstream","nameZh":"下游"}"""), ("jurisdictions/231000", new { tier = "Prefecture", parent = "230000", name = "City", nameZh = "市" }),
                ("directory/water", new { jurisdiction = "231000", name = "Water", nameZh = "水务" })])
            using (var set = await operators.PutAsync($"/v1/{path}", body)) await set.JsonAsync();
        foreach (var (agency, at) in ((string, string)[])[("downstream", "230000"), ("down-city", "231000")])
            await scene.OkAsync("region", "/v1/authority-grants", new { agency, jurisdiction = at, power = "KeepDuty", basis = "Art. 17" }, roles: [Roles.Operator]);
    }

    private static async Task<IReadOnlyList<string>> ReceiptsAsync(Scene scene, string reader, string path)
    {
        return [.. (await scene.As(reader).GetJsonAsync($"{path}/receipts")).GetProperty("items").EnumerateArray().Select(Told).Order(StringComparer.Ordinal)];

        static string Told(JsonElement r) => $"{r.GetProperty("recipient")}: {r.GetProperty("state")} by "
            + (r.GetProperty("superiors").GetArrayLength() == 0 ? "nobody above" : string.Join(", ", r.GetProperty("superiors").EnumerateArray()));
    }

    private static async Task<IEnumerable<string?>> ClocksAsync(Scene scene, Guid incident, string key) =>
        (await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200")).GetProperty("items").EnumerateArray()
            .Where(c => c.GetProperty("subject").GetGuid() == incident && c.GetProperty("key").GetString() == key).Select(c => c.GetProperty("state").GetString()).Order(StringComparer.Ordinal);
}
