using System.Text.Json;

namespace Coordination.Tests.Functional.Command.Rosters;

public abstract class RosterTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RosterTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RosterTests(region);

    [Fact]
    public async Task A_watch_passes_with_a_note_that_names_what_is_open()
    {
        var scene = await Scene.HeldAsync(region);
        var (first, second) = await RosterAsync(scene);
        var incident = await scene.IncidentAsync();
        first = await scene.StepsAsync("/v1/duty-shifts", first, ("county", "confirm", null), ("county", "take", null));
        second = await scene.StepsAsync("/v1/duty-shifts", second, ("county", "confirm", null));
        await scene.AdvanceAsync(TimeSpan.FromHours(11.9));
        await scene.RefusedAsync(400, "required", "county", $"/v1/duty-shifts/{first.GetProperty("id").GetGuid()}/hand-over", new { }, first.GetProperty("version").GetInt32());
        first = await scene.StepsAsync("/v1/duty-shifts", first, ("county", "hand-over", new { note = "River still rising" }));
        Assert.Contains(incident, first.GetProperty("note").GetProperty("openIncidents").EnumerateArray().Select(i => i.GetGuid()));
        Assert.NotEqual(0, first.GetProperty("note").GetProperty("runningClocks").GetArrayLength());
        second = await scene.StepsAsync("/v1/duty-shifts", second, ("county", "take", null));
        first = await scene.StepsAsync("/v1/duty-shifts", first, ("county", "close", new { nextShiftId = second.GetProperty("id").GetGuid() }));
        Assert.Equal("Closed", first.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_shift_that_nobody_confirmed_is_an_alarm_and_someone_stands_in()
    {
        var scene = await Scene.HeldAsync(region);
        var (_, second) = await RosterAsync(scene);
        await scene.AdvanceAsync(TimeSpan.FromHours(12));
        var path = $"/v1/duty-shifts/{second.GetProperty("id").GetGuid()}";
        Assert.Equal("Uncovered", (await scene.ReadAsync(path)).GetProperty("state").GetString());
        var gaps = await scene.ReadAsync($"/v1/events?type=command.duty-gap-opened.v1&exercise={scene.Exercise}");
        Assert.NotEqual(0, gaps.GetProperty("items").GetArrayLength());
        var standIn = await scene.OkAsync("county", $"{path}/cover");
        Assert.Equal(second.GetProperty("id").GetGuid(), standIn.GetProperty("replaces").GetGuid());
    }

    [Fact]
    public async Task A_gap_is_refused_where_it_opens()
    {
        var scene = await Scene.HeldAsync(region);
        var now = await scene.NowAsync();
        var problem = await scene.RefusedAsync(400, "cover-gap", "county", "/v1/duty-rosters",
            new { post = "duty desk", shifts = new[] { new { from = now, until = now.AddHours(12) }, new { from = now.AddHours(13), until = now.AddHours(24) } } });
        Assert.Equal("/shifts/1/from", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    private static async Task<(JsonElement First, JsonElement Second)> RosterAsync(Scene scene)
    {
        var now = await scene.NowAsync();
        var roster = await scene.OkAsync("county", "/v1/duty-rosters",
            new { post = "duty desk", shifts = new[] { new { from = now, until = now.AddHours(12) }, new { from = now.AddHours(12), until = now.AddHours(24) } } });
        var shifts = (await scene.ReadAsync($"/v1/duty-shifts?roster={roster.GetProperty("id").GetGuid()}")).GetProperty("items").EnumerateArray()
            .OrderBy(s => s.GetProperty("from").GetDateTimeOffset()).ToList();
        return (shifts[0], shifts[1]);
    }
}
