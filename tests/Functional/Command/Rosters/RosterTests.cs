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

    [Fact]
    public async Task A_gap_after_a_roster_is_an_alarm_six_hours_before_and_until_somebody_is_on_duty()
    {
        var scene = await Scene.HeldAsync(region);
        var (first, second) = await RosterAsync(scene);
        first = await scene.StepsAsync("/v1/duty-shifts", first, ("county", "confirm", null), ("county", "take", null));
        second = await scene.StepsAsync("/v1/duty-shifts", second, ("county", "confirm", null));
        await scene.AdvanceAsync(TimeSpan.FromHours(11.9));
        Assert.Equal("Covered", (await WatchAsync(scene)).GetProperty("state").GetString());
        await scene.StepsAsync("/v1/duty-shifts", first, ("county", "hand-over", new { note = "River still rising" }));
        second = await scene.StepsAsync("/v1/duty-shifts", second, ("county", "take", null));
        await scene.AdvanceAsync(TimeSpan.FromHours(6));
        Assert.Equal("Covered", (await WatchAsync(scene)).GetProperty("state").GetString());
        await scene.AdvanceAsync(TimeSpan.FromHours(0.2));
        Assert.Equal("GapAhead", (await WatchAsync(scene)).GetProperty("state").GetString());
        await scene.AdvanceAsync(TimeSpan.FromHours(6));
        var watch = await WatchAsync(scene);
        Assert.Equal(("Gap", second.GetProperty("until").GetDateTimeOffset()), (watch.GetProperty("state").GetString(), watch.GetProperty("gapFrom").GetDateTimeOffset()));
        var (third, _) = await RosterAsync(scene);
        Assert.Equal("Gap", (await WatchAsync(scene)).GetProperty("state").GetString());
        await scene.StepsAsync("/v1/duty-shifts", third, ("county", "confirm", null), ("county", "take", null));
        watch = await WatchAsync(scene);
        Assert.Equal("Covered", watch.GetProperty("state").GetString());
        await region.QuietAsync(scene.Exercise);
        var clocks = (await scene.As("region", Coordination.Contracts.Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200")).GetProperty("items").EnumerateArray()
            .Where(c => c.GetProperty("key").GetString() == "watch.cover").OrderBy(c => c.GetProperty("occurrence").GetInt32()).Select(c => c.GetProperty("state").GetString());
        Assert.Equal("MetLate", clocks.First());
        var told = (await scene.ReadAsync($"/v1/events?subject={watch.GetProperty("id").GetGuid()}&exercise={scene.Exercise}&type=command.duty-watch-changed.v1"))
            .GetProperty("items").EnumerateArray().Select(e => e.GetProperty("event").GetProperty("data").GetProperty("state").GetString());
        Assert.Equal(["GapAhead", "Gap", "Covered"], told);

        // A post that was manned for the flood alone needs nobody after it.
        await scene.RefusedAsync(403, "not-own-watch", "police", $"/v1/duty-watches/{watch.GetProperty("id").GetGuid()}/stand-down", ifMatch: watch.GetProperty("version").GetInt32());
        watch = await scene.StepsAsync("/v1/duty-watches", watch, ("county", "stand-down", null));
        await scene.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.Equal("StoodDown", (await WatchAsync(scene)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_shift_that_was_confirmed_and_not_taken_is_an_alarm_in_a_quarter_of_an_hour()
    {
        var scene = await Scene.HeldAsync(region);
        var (first, _) = await RosterAsync(scene);
        first = await scene.StepsAsync("/v1/duty-shifts", first, ("county", "confirm", null));
        Assert.Equal("Covered", (await WatchAsync(scene)).GetProperty("state").GetString());
        await scene.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(("Gap", "Uncovered"), ((await WatchAsync(scene)).GetProperty("state").GetString(),
            (await scene.ReadAsync($"/v1/duty-shifts/{first.GetProperty("id").GetGuid()}")).GetProperty("state").GetString()));
        var standIn = await scene.OkAsync("county", $"/v1/duty-shifts/{first.GetProperty("id").GetGuid()}/cover");
        await scene.StepsAsync("/v1/duty-shifts", standIn, ("county", "take", null));
        Assert.Equal("Covered", (await WatchAsync(scene)).GetProperty("state").GetString());
    }

    private static async Task<JsonElement> WatchAsync(Scene scene) =>
        (await scene.ReadAsync("/v1/duty-watches?agency=county")).GetProperty("items").EnumerateArray().Single();

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
