using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Reachability;

public abstract class ReachabilityTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ReachabilityTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ReachabilityTests(region);

    [Fact]
    public async Task A_post_answers_or_does_not_in_ten_minutes_once_a_day_and_its_roster_counts_both()
    {
        var scene = await Scene.HeldAsync(region);
        await scene.OkAsync("region", "/v1/authority-grants", new { agency = "county", jurisdiction = Scene.County, power = "KeepDuty", basis = "Plan 2" }, roles: [Roles.Operator]);
        using (var placed = await scene.As("region", Roles.Operator).PutAsync("/v1/directory/water", $$"""{"jurisdiction":"{{Scene.County}}","name":"Water","nameZh":"水务"}""")) await placed.JsonAsync();
        var now = await scene.NowAsync();
        var roster = await scene.OkAsync("water", "/v1/duty-rosters", new { post = "duty desk", shifts = Enumerable.Range(0, 4).Select(i => new { from = now.AddHours(12 * i), until = now.AddHours(12 * (i + 1)) }) });
        var path = $"/v1/duty-rosters/{roster.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(403, "no-authority", "harbour", $"{path}/reachability-tests");
        var own = await scene.OkAsync("water", $"{path}/reachability-tests");
        await scene.OkAsync("water", $"/v1/reachability-tests/{own.GetProperty("id").GetGuid()}/answer");
        var test = await scene.OkAsync("county", $"{path}/reachability-tests");
        var one = $"/v1/reachability-tests/{test.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(403, "not-own-watch", "county", $"{one}/answer");
        await scene.RefusedAsync(404, "not-found", "harbour", $"{one}/answer");
        await region.QuietAsync(scene.Exercise);
        var told = (await ToldAsync(scene, "county")).Count;
        Assert.Equal("Answered", (await scene.OkAsync("water", $"{one}/answer")).GetProperty("state").GetString());
        await scene.RefusedAsync(409, "tested-today", "county", $"{path}/reachability-tests");
        // Nothing that anybody is given or reads with the roster says how fast: all is as it was until the time is over.
        await region.QuietAsync(scene.Exercise);
        Assert.Equal(told, (await ToldAsync(scene, "county")).Count);
        Assert.Equal(0, (await scene.ReadAsync(path)).GetProperty("testsAnswered").GetInt32());
        await scene.AdvanceAsync(TimeSpan.FromHours(24));
        await scene.OkAsync("county", $"{path}/reachability-tests");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(11));
        roster = await scene.ReadAsync(path);
        Assert.Equal((1, 1), (roster.GetProperty("testsAnswered").GetInt32(), roster.GetProperty("testsUnanswered").GetInt32()));
        Assert.Equal(1, (await scene.ReadAsync("/v1/reachability-tests?agency=water&state=Unanswered")).GetProperty("items").GetArrayLength());
        // It is told to and read by who called and who was called alone.
        Assert.Equal(["Answered", "Breached", "Breached", "Met", "Open", "Open", "Running", "Running", "Unanswered"], await StatesAsync(scene, "county"));
        Assert.Equal(["Answered", "Answered", "Breached", "Breached", "Breached", "Met", "Met", "Open", "Open", "Open", "Running", "Running", "Running", "Unanswered"], await StatesAsync(scene, "water"));
        Assert.Empty(await ToldAsync(scene, "harbour"));
        Assert.Equal(0, (await scene.As("harbour").GetJsonAsync("/v1/reachability-tests")).GetProperty("items").GetArrayLength());
        using (var hidden = await scene.As("harbour").GetAsync(one)) await hidden.ProblemAsync(404, "not-found");
        Assert.Equal(2, (await scene.ReadAsync("/v1/reachability-tests")).GetProperty("items").GetArrayLength());
    }

    private static async Task<IEnumerable<string>> StatesAsync(Scene scene, string agency) =>
        (await ToldAsync(scene, agency)).Select(e => e.GetProperty("data").GetProperty("state").GetString()!).Order(StringComparer.Ordinal);

    /// <summary>Events of tests and of their clocks.</summary>
    private static async Task<List<JsonElement>> ToldAsync(Scene scene, string agency)
    {
        var page = await scene.As(agency, Roles.Integration).GetJsonAsync($"/v1/events?exercise={scene.Exercise}&limit=200");
        return [.. page.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("event"))
            .Where(e => e.GetProperty("type").GetString() == "command.reachability-test-changed.v1" || e.GetRawText().Contains("\"reachability.answer\"", StringComparison.Ordinal))];
    }
}
