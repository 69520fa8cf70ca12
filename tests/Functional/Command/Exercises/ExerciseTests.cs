using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Exercises;

public abstract class ExerciseTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ExerciseTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ExerciseTests(region);

    [Fact]
    public async Task Time_is_held_jumps_forward_and_never_back()
    {
        var scene = await Scene.HeldAsync(region);
        var path = $"/v1/exercises/{scene.Exercise}";
        await scene.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(new DateTimeOffset(2010, 8, 26, 12, 0, 0, TimeSpan.Zero), await scene.NowAsync());
        using var back = await region.As("region", Roles.Operator).PostAsync($"{path}/advance", new { to = "2010-07-27T12:00:00Z" });
        await back.ProblemAsync(400, "time-runs-forward");
    }

    [Fact]
    public async Task Time_runs_pauses_changes_speed_and_ends()
    {
        var operators = region.As("region", Roles.Operator);
        using var begun = await operators.PostAsync("/v1/exercises", new { name = "Speed", startsAt = "2010-07-27T12:00:00Z", speed = 3600 });
        var exercise = await begun.JsonAsync();
        var path = $"/v1/exercises/{exercise.GetProperty("id").GetGuid()}";
        Assert.Equal("Running", exercise.GetProperty("state").GetString());
        foreach (var (verb, body, state) in ((string, object?, string)[])[("speed", new { speed = 60 }, "Running"), ("pause", null, "Held"), ("resume", null, "Running"), ("speed", new { speed = 0 }, "Held"), ("end", null, "Ended")])
        {
            using var stepped = await operators.PostAsync($"{path}/{verb}", body, exercise.GetProperty("version").GetInt32());
            exercise = await stepped.JsonAsync();
            Assert.Equal(state, exercise.GetProperty("state").GetString());
        }
        using var late = await operators.PostAsync($"{path}/advance", new { to = "2011-01-01T00:00:00Z" });
        await late.ProblemAsync(409, "exercise-ended");
        await region.QuietAsync();
    }

    [Fact]
    public async Task Speeds_that_time_cannot_have_are_refused()
    {
        foreach (var speed in (double[])[-1, 3600.1, 1e300])
        {
            using var answer = await region.As("region", Roles.Operator).PostAsync("/v1/exercises", new { name = "X", startsAt = "2010-07-27T12:00:00Z", speed });
            await answer.ProblemAsync(400, "range");
        }
    }
}
