using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;

namespace Coordination.Tests.Functional.Resources;

public abstract class LivingSupportTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : LivingSupportTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : LivingSupportTests(region);

    [Fact]
    public async Task A_lifeline_is_on_the_list_until_it_works_and_its_clock_says_whether_that_was_in_time()
    {
        var (scene, town) = await SceneAsync();
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "power-grid");
        var now = await scene.NowAsync();
        var line = (await town.CreateAsync("lifelines", new { incidentId = incident, kind = "Power", name = "Riverside district", responsibleAgency = "power-grid", households = 4200, restoreBy = now.AddHours(6) })).Id();
        await region.QuietAsync(scene.Exercise);
        var grid = scene.As("power-grid", Roles.DutyOfficer);
        var seen = Assert.Single(await ItemsAsync(grid, $"county/lifelines?incidentId={incident}"));
        Assert.Equal(("Interrupted", "4200", "power-grid"), (seen.Text("state"), seen.Text("households"), seen.Text("responsibleAgency")));
        Assert.Empty(await ItemsAsync(scene.As("life-other", Roles.DutyOfficer), $"county/lifelines?incidentId={incident}"));
        using (var hidden = await scene.As("life-other", Roles.DutyOfficer).GetAsync($"/v1/agencies/county/lifelines/{line}")) await hidden.ProblemAsync(404, "not-found");
        // Another agency keeps a list of the incident too, and hears as well who looked.
        await new Book((a, roles) => scene.As(a, roles), "life-town").CreateAsync("lifelines", new { incidentId = incident, kind = "Water", name = "Old town", responsibleAgency = "water-works" });
        Assert.Single(await ItemsAsync(grid, $"life-town/lifelines?incidentId={incident}"));
        foreach (var keeper in (string[])["county", "life-town"])
            Assert.Contains("power-grid", (await scene.As(keeper, Roles.Commander).GetJsonAsync("/v1/resources/accesses?limit=200")).ToString(), StringComparison.Ordinal);
        // Another number is no other time; null takes the time away, and a new one is a new clock.
        Assert.Equal(now.AddHours(6), (await town.DoAsync($"lifelines/{line}", "report", new { state = "Interrupted", households = 4100 })).GetProperty("restoreBy").GetDateTimeOffset());
        Assert.Equal("Running", await ClockAsync(scene, line));
        Assert.Equal("", (await town.DoAsync($"lifelines/{line}", "report", new JsonObject { ["state"] = "Interrupted", ["households"] = 4100, ["restoreBy"] = null })).Text("restoreBy"));
        Assert.Equal("Cancelled", await ClockAsync(scene, line));
        await town.DoAsync($"lifelines/{line}", "report", new { state = "Interrupted", households = 4100, restoreBy = now.AddHours(6) });
        await scene.AdvanceAsync(TimeSpan.FromHours(7));
        Assert.Equal("Breached", await ClockAsync(scene, line));
        // A new time is a new clock.
        using (var past = await town.TryAsync($"lifelines/{line}", "report", new { state = "Limited", restoreBy = now.AddHours(6.5) })) await past.ProblemAsync(400, "in-past");
        await town.DoAsync($"lifelines/{line}", "report", new { state = "Limited", households = 900, restoreBy = now.AddHours(12) });
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(("Restored", "0"), await town.DoAsync($"lifelines/{line}", "report", new { state = "Restored" }) is var works ? (works.Text("state"), works.Text("households")) : default);
        Assert.Equal("Met", await ClockAsync(scene, line));
        Assert.Empty(await ItemsAsync(grid, $"county/lifelines?incidentId={incident}&state=Interrupted"));
        await town.DoAsync($"lifelines/{line}", "report", new { state = "Interrupted", restoreBy = now.AddHours(20) });
        Assert.Equal("Running", await ClockAsync(scene, line));
    }

    [Fact]
    public async Task What_people_need_to_live_on_is_a_count_that_lines_of_requests_meet()
    {
        var (scene, town) = await SceneAsync();
        var incident = await scene.IncidentAsync();
        var depot = new Book((a, roles) => scene.As(a, roles), "life-depot");
        var need = (await town.CreateAsync("living-needs", new { incidentId = incident, kind = "Blankets", place = "School No. 5", needed = 300 })).Id();
        var request = await town.RequestAsync("blanket", 200, incident: incident);
        var line = (await town.GetAsync($"requests/{request}")).Line().Id();
        using (var foreign = await town.TryAsync($"living-needs/{need}", "revise", new { needed = 300, lines = new[] { Guid.NewGuid() } })) await foreign.ProblemAsync(400, "no-such-line");
        var stated = await town.DoAsync($"living-needs/{need}", "revise", new { needed = 300, lines = new[] { line } });
        Assert.Equal(("200", "0", "300"), (stated.Text("requested"), stated.Text("committed"), stated.Text("lacking")));
        await depot.CreateAsync("stock-lots", new { typeCode = "blanket", quantity = 150, source = "Government" });
        await town.AskAsync(request, "life-depot", 150);
        await region.QuietAsync(scene.Exercise);
        await depot.CreateAsync($"asks/{await depot.AskIdAsync(request)}/commit", new { quantity = 150 });
        await region.QuietAsync(scene.Exercise);
        var met = Assert.Single(await ItemsAsync(town.Logistics, $"county/living-needs?incidentId={incident}"));
        Assert.Equal(("300", "200", "150", "150"), (met.Text("needed"), met.Text("requested"), met.Text("committed"), met.Text("lacking")));
        await scene.JoinAsync(incident, "red-cross");
        await region.QuietAsync(scene.Exercise);
        Assert.Equal("150", Assert.Single(await ItemsAsync(scene.As("red-cross", Roles.Logistics), $"county/living-needs?incidentId={incident}")).Text("lacking"));
        Assert.Empty(await ItemsAsync(scene.As("life-other", Roles.Logistics), $"county/living-needs?incidentId={incident}"));
        Assert.Equal("0", (await town.DoAsync($"living-needs/{need}", "revise", new { needed = 100, lines = new[] { line } })).Text("lacking"));
    }

    /// <summary>Families are received by an order of a kind that the vocabulary has, to a body and never about a person.</summary>
    [Fact]
    public async Task Receiving_families_is_ordered_and_done()
    {
        var (scene, _) = await SceneAsync();
        var incident = await scene.IncidentAsync();
        var order = await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = new { kind = "ReceiveFamilies", instruction = "Hall of School No. 5, round the clock", toAgency = "civil-affairs", addresseeKind = "Agency", addressee = "civil-affairs" } });
        Assert.Equal("ReceiveFamilies", order.GetProperty("task").Text("kind"));
        using var named = await scene.As("county").PostAsync("/v1/orders", new { incidentId = incident, task = new { kind = "ReceiveFamilies", instruction = "x", toAgency = "civil-affairs", addresseeKind = "Agency", addressee = "civil-affairs", familyName = "x" } });
        await named.ProblemAsync(400, "unknown-member");
    }

    private async Task<string> ClockAsync(Scene scene, string lifeline)
    {
        await region.QuietAsync(scene.Exercise);
        var states = new List<string>();
        for (string? next = $"/v1/events?exercise={scene.Exercise}&limit=200"; next is not null;)
        {
            var page = await scene.As("region", Roles.Operator).GetJsonAsync(next);
            states.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("event"))
                .Where(e => e.Text("type") == "clocks.clock-changed.v1" && e.GetProperty("data").Text("entityId") == lifeline && e.GetProperty("data").Text("key") == "lifeline.restore").Select(e => e.GetProperty("data").Text("state")));
            next = page.Text("next") is { Length: > 0 } cursor ? $"/v1/events?exercise={scene.Exercise}&limit=200&cursor={cursor}" : null;
        }
        return states[^1];
    }

    private async Task<(Scene Scene, Book Town)> SceneAsync()
    {
        var scene = await Scene.HeldAsync(region);
        return (scene, new((a, roles) => scene.As(a, roles), "county"));
    }

    private static async Task<List<JsonElement>> ItemsAsync(ApiClient client, string path) => [.. (await client.GetJsonAsync($"/v1/agencies/{path}")).GetProperty("items").EnumerateArray()];
}
