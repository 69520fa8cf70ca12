using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.HeadCounts;

public abstract class HeadCountTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : HeadCountTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : HeadCountTests(region);

    [Fact]
    public async Task Teams_on_scene_are_counted_round_by_round_and_whoever_is_silent_or_short_is_told_of_until_the_response_ends()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var path = $"/v1/incidents/{incident}";
        var teams = new { teams = new[] { new { agency = "fire", team = "engine-1" }, new { agency = "army", team = "boat-7" } } };
        await MoveAsync(scene, incident, "confirm", "activate");
        var counts = await OneOfTwoDesksAsync(scene, $"{path}/head-counts", teams);
        Assert.Equal(20, counts.GetProperty("everyMinutes").GetInt32());
        await scene.RefusedAsync(409, "head-count-running", "county", $"{path}/head-counts", teams);
        await scene.RefusedAsync(403, "not-leading", "fire", $"{path}/head-counts", teams);
        var version = (await scene.ReadAsync(path)).GetProperty("version").GetInt32();
        await scene.RefusedAsync(409, "head-count-running", "county", $"{path}/merge", new { into = await scene.IncidentAsync() }, version);

        var first = (await RoundsAsync(scene, counts))[0];
        var answers = $"/v1/head-count-rounds/{Id(first)}/answers";
        await scene.OkAsync("fire", answers, new { team = "engine-1", expected = 6, counted = 5, reason = "OutOfContact" });
        await scene.RefusedAsync(403, "not-your-team", "fire", answers, new { team = "boat-7", expected = 4, counted = 4 });
        using (var named = await scene.As("army").PostAsync(answers, new { team = "boat-7", expected = 4, counted = 4, names = new[] { "Li Ming" } })) Assert.Equal(400, (int)named.StatusCode);
        await scene.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(["1 Overdue 6 5"], Told(await RoundsAsync(scene, counts)));
        await scene.OkAsync("army", answers, new { team = "boat-7", expected = 4, counted = 4 });
        Assert.Equal(["1 Short 10 9"], Told(await RoundsAsync(scene, counts)));

        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["1 Closed 10 9", "2 Open 10 0"], Told(await RoundsAsync(scene, counts)));
        var last = (await scene.As("army").GetJsonAsync($"{path}/situation-report")).GetProperty("report").GetProperty("headCount");
        Assert.Equal((2, 0, "Short", 5), (last.GetProperty("number").GetInt32(), last.GetProperty("answered").GetInt32(), last.GetProperty("before").GetString(), last.GetProperty("lastAnswers")[0].GetProperty("counted").GetInt32()));

        // An interval that is shorter than the usual time to answer: a silence is told of all the same.
        await scene.StepsAsync("/v1/head-counts", await scene.ReadAsync($"/v1/head-counts/{Id(counts)}"), ("county", "stop", null));
        var often = await scene.OkAsync("county", $"{path}/head-counts", new { teams.teams, everyMinutes = 5 });
        // What teams said before the head counts were started again is not forgotten.
        Assert.Equal(["1 Open 10 0"], Told(await RoundsAsync(scene, often)));
        var again = (await scene.As("army").GetJsonAsync($"{path}/situation-report")).GetProperty("report").GetProperty("headCount");
        Assert.Equal((1, "Closed", 5), (again.GetProperty("number").GetInt32(), again.GetProperty("before").GetString(), again.GetProperty("lastAnswers")[0].GetProperty("counted").GetInt32()));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["1 Closed Overdue", "2 Open Open"], (await RoundsAsync(scene, often)).Select(r => $"{r.GetProperty("number")} {r.GetProperty("state")} {r.GetProperty("outcome")}"));
        await MoveAsync(scene, incident, "stabilise", "end-response");
        Assert.Equal("Stopped", (await scene.ReadAsync($"/v1/head-counts/{Id(often)}")).GetProperty("state").GetString());
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(["1 Closed 10 9", "2 Closed 10 0"], Told(await RoundsAsync(scene, counts)));
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        Assert.Equal(["MetLate", "Cancelled", "Breached", "Cancelled"], page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("key").GetString() == "headcount.answer")
            .OrderBy(c => c.GetProperty("startedAt").GetDateTimeOffset()).Select(c => c.GetProperty("state").GetString()));
    }

    /// <summary>Two desks start them at once, and one does.</summary>
    private static async Task<JsonElement> OneOfTwoDesksAsync(Scene scene, string path, object body)
    {
        var answers = await Task.WhenAll(scene.As("county").PostAsync(path, body), scene.As("county").PostAsync(path, body));
        Assert.Equal([201, 409], answers.Select(a => (int)a.StatusCode).Order());
        foreach (var refused in answers.Where(a => !a.IsSuccessStatusCode)) await refused.ProblemAsync(409, "head-count-running");
        return await answers.Single(a => a.IsSuccessStatusCode).JsonAsync();
    }

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();

    private static async Task<List<JsonElement>> RoundsAsync(Scene scene, JsonElement counts) =>
        [.. (await scene.ReadAsync($"/v1/head-counts/{Id(counts)}/rounds")).GetProperty("items").EnumerateArray().OrderBy(r => r.GetProperty("number").GetInt32())];

    private static IEnumerable<string> Told(IEnumerable<JsonElement> rounds) =>
        rounds.Select(r => $"{r.GetProperty("number")} {r.GetProperty("state")} {r.GetProperty("expected")} {r.GetProperty("counted")}");

    private static async Task MoveAsync(Scene scene, Guid incident, params string[] verbs) =>
        await scene.StepsAsync("/v1/incidents", await scene.ReadAsync($"/v1/incidents/{incident}"), [.. verbs.Select(v => ("county", v, (object?)null))]);
}
