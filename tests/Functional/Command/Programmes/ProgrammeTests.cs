using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Programmes;

public abstract class ProgrammeTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ProgrammeTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ProgrammeTests(region);

    [Fact]
    public async Task A_programme_goes_stage_by_stage_each_with_its_time_and_is_accepted_by_another_body_once_it_is_good()
    {
        var scene = await Scene.HeldAsync(region);
        var now = await scene.NowAsync();
        object Plan(string accepter) => new
        {
            name = "Schools", jurisdiction = Scene.County, accepter, agencies = new[] { "water" },
            dates = new { survey = now.AddDays(10), revise = now.AddDays(20), improve = now.AddDays(30), accept = now.AddDays(40) },
        };
        await scene.RefusedAsync(400, "own-work", "county", "/v1/programmes", Plan("county"));
        var programme = await scene.OkAsync("county", "/v1/programmes", Plan("city"));
        var path = $"/v1/programmes/{programme.GetProperty("id").GetGuid()}";
        programme = await scene.StepsAsync("/v1/programmes", programme, ("county", "advance", null));
        await scene.RefusedAsync(409, "share-open", "county", $"{path}/advance", ifMatch: programme.GetProperty("version").GetInt32());
        programme = await scene.StepsAsync("/v1/programmes", programme, ("water", "share", null), ("county", "advance", null));
        await scene.AdvanceAsync(TimeSpan.FromDays(21));
        programme = await scene.StepsAsync("/v1/programmes", programme, ("water", "share", null), ("county", "advance", null), ("water", "share", null), ("county", "advance", null),
            ("city", "give-back", new { findings = new[] { "No list of exits" }, improve = now.AddDays(50), accept = now.AddDays(60) }), ("water", "share", null), ("county", "advance", null), ("city", "accept", null));
        Assert.Equal("Accepted", programme.GetProperty("state").GetString());
        var page = await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/command/clocks?exercise={scene.Exercise}&limit=200");
        Assert.Equal(["Met", "Met", "Met", "Met", "Met", "MetLate"], page.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("key").GetString() == "programme.stage").Select(c => c.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
        now = await scene.NowAsync();
        var other = await scene.StepsAsync("/v1/programmes", await scene.OkAsync("county", "/v1/programmes", Plan("city")), ("county", "advance", new { survey = now.AddDays(11) }), ("county", "cancel", new { reason = "Taken up by the city" }));
        Assert.Equal("Cancelled", other.GetProperty("state").GetString());
    }
}
