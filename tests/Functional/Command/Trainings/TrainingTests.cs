using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Trainings;

public abstract class TrainingTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : TrainingTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : TrainingTests(region);

    [Fact]
    public async Task A_training_meets_the_quarterly_duty_of_its_agency_and_a_quarter_without_one_shows()
    {
        var scene = await Scene.HeldAsync(region);
        var duty = await scene.OkAsync("county", "/v1/standing-duties", new { kind = "QuarterlyTraining", jurisdiction = Scene.County, agency = "fire" });
        await scene.AdvanceAsync(TimeSpan.FromDays(1));
        var held = await scene.NowAsync();
        await scene.RefusedAsync(400, "range", "fire", "/v1/trainings", new { kind = "Staff", topic = "Boats", participants = 0, heldAt = held });
        await scene.RefusedAsync(400, "unknown-review", "fire", "/v1/trainings", new { kind = "Staff", topic = "Boats", participants = 2, heldAt = held, answers = new[] { new { reviewId = Guid.CreateVersion7(), number = 1 } } });
        await scene.RefusedAsync(403, "role-required", "fire", "/v1/trainings", new { kind = "Staff", topic = "Boats", participants = 2, heldAt = held, answers = new[] { new { reviewId = Guid.CreateVersion7(), number = 1 } } }, roles: [Roles.Logistics]);
        await scene.OkAsync("fire", "/v1/trainings", new { kind = "FrontLineTeams", topic = "Boats", participants = 24, heldAt = held });
        Assert.Equal(24, (await scene.ReadAsync("/v1/trainings?agency=fire")).GetProperty("items")[0].GetProperty("participants").GetInt32());
        await scene.AdvanceAsync(TimeSpan.FromDays(93));
        // What was held before anything was owed meets nothing.
        await scene.OkAsync("fire", "/v1/trainings", new { kind = "Staff", topic = "Ropes", participants = 3, heldAt = held.AddDays(-9) });
        await scene.RefusedAsync(403, "no-authority", "fire", $"/v1/standing-duties/{duty.GetProperty("id").GetGuid()}/end", ifMatch: 1);
        await scene.StepsAsync("/v1/standing-duties", duty, ("county", "end", null));
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        Assert.Equal(["Breached", "Cancelled", "Met"], page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("key").GetString() == "training.quarterly").Select(c => c.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
    }
}
