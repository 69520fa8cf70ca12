using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;

namespace Coordination.Tests.Functional.Resources;

public abstract class StagingTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : StagingTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : StagingTests(region);

    [Fact]
    public async Task What_comes_is_checked_in_at_a_staging_area_or_at_the_incident_and_put_to_work_from_there()
    {
        var (scene, town, rescue) = await SceneAsync();
        var incident = await scene.IncidentAsync();
        var fills = await DepartedAsync(scene, town, rescue, incident, 2);
        var area = (await town.CreateAsync("staging-areas", new { incidentId = incident, name = "East stadium", latitude = 43.8, longitude = 126.5, capacity = 1 })).Id();
        var staged = await town.DoAsync($"fills/{fills[0]}", "check-in", new { stagingAreaId = area });
        Assert.Equal(("Staged", area), (staged.Text("state"), staged.Text("stagingAreaId")));
        using (var full = await town.TryAsync($"fills/{fills[1]}", "check-in", new { stagingAreaId = area })) await full.ProblemAsync(409, "staging-full");
        Assert.Equal(("Staged", ""), await town.DoAsync($"fills/{fills[1]}", "check-in", new { }) is var there ? (there.Text("state"), there.Text("stagingAreaId")) : default);
        Assert.Equal(("1", "1"), await town.GetAsync($"staging-areas/{area}") is var open ? (open.Text("waiting"), open.Text("capacity")) : default);
        using (var occupied = await town.TryAsync($"staging-areas/{area}", "close")) await occupied.ProblemAsync(409, "staging-occupied");
        Assert.Equal(("Assigned", ""), await town.DoAsync($"fills/{fills[0]}", "assign", new { }) is var put ? (put.Text("state"), put.Text("stagingAreaId")) : default);
        await town.DoAsync($"fills/{fills[0]}", "reassign", new { });
        Assert.Equal("Assigned", (await town.DoAsync($"fills/{fills[0]}", "assign", new { })).Text("state"));
        await town.DoAsync($"staging-areas/{area}", "close");
        var later = await DepartedAsync(scene, town, rescue, incident, 1);
        using (var closed = await town.TryAsync($"fills/{later[0]}", "check-in", new { stagingAreaId = area })) await closed.ProblemAsync(409, "staging-closed");
        using var foreign = await town.TryAsync($"fills/{later[0]}", "check-in", new { stagingAreaId = Guid.NewGuid() });
        await foreign.ProblemAsync(400, "no-such-staging-area");
        await region.QuietAsync(scene.Exercise);
        Assert.Equal(["EnRoute", "OnScene", "OnScene"], (await rescue.GetAsync("units")).GetProperty("items").EnumerateArray().Select(u => u.Text("state")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_takes_part_in_the_incident_sees_units_and_places_and_leaves_a_note_and_nobody_else_sees_them()
    {
        var (scene, town, rescue) = await SceneAsync();
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "stage-hospital");
        var fills = await DepartedAsync(scene, town, rescue, incident, 1);
        var area = (await town.CreateAsync("staging-areas", new { incidentId = incident, name = "East stadium", latitude = 43.8, longitude = 126.5, capacity = 5 })).Id();
        await ReportAsync(rescue, fills[0], 43.1);
        var (hospital, stranger) = (scene.As("stage-hospital", Roles.Logistics), scene.As("stage-other", Roles.Logistics));
        var place = Assert.Single(await ItemsAsync(hospital, $"stage-rescue/positions?incidentId={incident}"));
        Assert.Equal((fills[0], "43.1"), (place.Text("fillId"), place.Text("latitude")));
        var unit = Assert.Single(await ItemsAsync(hospital, $"stage-rescue/deployed-units?incidentId={incident}"));
        Assert.Equal((fills[0], "assault-boat 1", "EnRoute", "Departed", "county"), (unit.Text("fillId"), unit.Text("callSign"), unit.Text("state"), unit.Text("deployment"), unit.Text("requesterAgency")));
        Assert.Equal(area, Assert.Single(await ItemsAsync(hospital, $"county/staging-areas?incidentId={incident}")).Id());
        // Without an incident there is nothing in which it takes part.
        Assert.Empty(await ItemsAsync(hospital, "stage-rescue/positions"));
        foreach (var path in (string[])["stage-rescue/positions", "stage-rescue/deployed-units", "county/staging-areas"])
            Assert.Empty(await ItemsAsync(stranger, $"{path}?incidentId={incident}"));
        using (var hidden = await stranger.GetAsync($"/v1/agencies/county/staging-areas/{area}")) await hidden.ProblemAsync(404, "not-found");
        // The supplier takes no part, and its crews must know where to go.
        Assert.Equal(area, Assert.Single(await ItemsAsync(rescue.Logistics, $"county/staging-areas?incidentId={incident}")).Id());
        var notes = (await scene.As("stage-rescue", Roles.Commander).GetJsonAsync("/v1/resources/accesses?limit=200")).ToString();
        Assert.Contains("stage-hospital", notes, StringComparison.Ordinal);
        Assert.Contains("listPositions", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("stage-other", notes, StringComparison.Ordinal);
        // An id that is no incident is nobody's.
        Assert.Empty(await ItemsAsync(hospital, $"stage-rescue/deployed-units?incidentId={Guid.NewGuid()}"));
        await town.DoAsync($"fills/{fills[0]}", "release", new { });
        await region.QuietAsync(scene.Exercise);
        Assert.Empty(await ItemsAsync(hospital, $"stage-rescue/positions?incidentId={incident}"));
    }

    /// <summary>An offer that nobody asked for names any incident, and who declined goes nowhere.</summary>
    [Fact]
    public async Task Who_only_offers_and_who_was_asked_and_declined_sees_no_staging_area()
    {
        var (scene, town, rescue) = await SceneAsync();
        var incident = await scene.IncidentAsync();
        var area = (await town.CreateAsync("staging-areas", new { incidentId = incident, name = "East stadium", latitude = 43.8, longitude = 126.5, capacity = 5 })).Id();
        var stranger = new Book((a, roles) => scene.As(a, roles), "stage-stranger");
        await stranger.CreateAsync("offers", new { toAgency = "county", incidentId = incident, typeCode = "assault-boat", quantity = 1, unitId = await stranger.UnitAsync("assault-boat", 1) });
        var request = await town.RequestAsync("assault-boat", 1, incident: incident);
        await town.AskAsync(request, rescue.Agency, 1);
        await region.QuietAsync(scene.Exercise);
        await rescue.DoAsync($"asks/{await rescue.AskIdAsync(request)}", "decline", new { reason = "NeededHere" });
        await region.QuietAsync(scene.Exercise);
        // Both stand in the county's book.
        Assert.Equal(["stage-rescue", "stage-stranger"], (await ItemsAsync(town.Logistics, "county/fills")).Select(f => f.Text("supplierAgency")).Order(StringComparer.Ordinal));
        foreach (var nobody in (Book[])[stranger, rescue])
        {
            Assert.Empty(await ItemsAsync(nobody.Logistics, $"county/staging-areas?incidentId={incident}"));
            using var hidden = await nobody.Logistics.GetAsync($"/v1/agencies/county/staging-areas/{area}");
            await hidden.ProblemAsync(404, "not-found");
        }
    }

    [Fact]
    public async Task A_place_is_destroyed_so_long_after_the_last_report_though_nobody_released_the_unit()
    {
        var (scene, town, rescue) = await SceneAsync();
        var incident = await scene.IncidentAsync();
        var fill = (await DepartedAsync(scene, town, rescue, incident, 1))[0];
        await ReportAsync(rescue, fill, 43.1);
        await scene.AdvanceAsync(TimeSpan.FromHours(50));
        await ReportAsync(rescue, fill, 43.2);
        // 72 hours after the first report, and not after the last.
        await scene.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.Equal("43.2", Assert.Single(await ItemsAsync(rescue.Logistics, "stage-rescue/positions")).Text("latitude"));
        await scene.AdvanceAsync(TimeSpan.FromHours(50));
        foreach (var party in (Book[])[rescue, town]) Assert.Empty(await ItemsAsync(party.Logistics, "stage-rescue/positions"));
        // It is out there still: what it says from now on is known again, and destroyed again.
        await ReportAsync(rescue, fill, 43.3);
        Assert.Equal("43.3", Assert.Single(await ItemsAsync(town.Logistics, "stage-rescue/positions")).Text("latitude"));
        await scene.AdvanceAsync(TimeSpan.FromHours(73));
        Assert.Empty(await ItemsAsync(rescue.Logistics, "stage-rescue/positions"));
    }

    private async Task<(Scene Scene, Book Town, Book Rescue)> SceneAsync()
    {
        var scene = await Scene.HeldAsync(region);
        return (scene, new((a, roles) => scene.As(a, roles), "county"), new((a, roles) => scene.As(a, roles), "stage-rescue"));
    }

    private async Task<List<string>> DepartedAsync(Scene scene, Book town, Book rescue, Guid incident, int units)
    {
        var request = await town.RequestAsync("assault-boat", units, incident: incident);
        await town.AskAsync(request, rescue.Agency, units);
        await region.QuietAsync(scene.Exercise);
        var (ask, fills) = (await rescue.AskIdAsync(request), new List<string>());
        for (var n = 0; n < units; n++)
        {
            var fill = (await rescue.CreateAsync($"asks/{ask}/commit", new { quantity = 1, unitId = await rescue.UnitAsync("assault-boat", 1) })).Id();
            await rescue.DoAsync($"offers/{fill}", "mobilize", new { });
            await rescue.DoAsync($"offers/{fill}", "depart", new { });
            fills.Add(fill);
        }
        await region.QuietAsync(scene.Exercise);
        return fills;
    }

    private static async Task ReportAsync(Book rescue, string fill, double latitude)
    {
        using var answer = await rescue.Logistics.PostAsync($"/v1/agencies/{rescue.Agency}/offers/{fill}/position", new { latitude, longitude = 126.1 });
        await answer.JsonAsync();
    }

    private static async Task<List<JsonElement>> ItemsAsync(ApiClient client, string path) => [.. (await client.GetJsonAsync($"/v1/agencies/{path}")).GetProperty("items").EnumerateArray()];
}
