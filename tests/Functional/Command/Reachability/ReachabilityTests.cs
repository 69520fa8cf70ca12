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
        var now = await scene.NowAsync();
        var roster = await scene.OkAsync("water", "/v1/duty-rosters", new { post = "duty desk", shifts = Enumerable.Range(0, 4).Select(i => new { from = now.AddHours(12 * i), until = now.AddHours(12 * (i + 1)) }) });
        var path = $"/v1/duty-rosters/{roster.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(403, "no-authority", "harbour", $"{path}/reachability-tests");
        var test = await scene.OkAsync("water", $"{path}/reachability-tests");
        var answer = $"/v1/reachability-tests/{test.GetProperty("id").GetGuid()}/answer";
        await scene.RefusedAsync(403, "not-own-watch", "county", answer);
        await scene.OkAsync("water", answer);
        await scene.RefusedAsync(409, "tested-today", "water", $"{path}/reachability-tests");
        await scene.AdvanceAsync(TimeSpan.FromHours(24));
        await scene.OkAsync("water", $"{path}/reachability-tests");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(11));
        roster = await scene.ReadAsync(path);
        Assert.Equal((1, 1), (roster.GetProperty("testsAnswered").GetInt32(), roster.GetProperty("testsUnanswered").GetInt32()));
        Assert.Equal(1, (await scene.ReadAsync("/v1/reachability-tests?agency=water&state=Unanswered")).GetProperty("items").GetArrayLength());
    }
}
