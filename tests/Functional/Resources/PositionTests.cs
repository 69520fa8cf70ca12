using Coordination.Contracts;

namespace Coordination.Tests.Functional.Resources;

public abstract class PositionTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : PositionTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : PositionTests(region);

    [Fact]
    public async Task Where_a_boat_is_its_two_parties_see_while_it_is_deployed_and_nobody_else_or_after()
    {
        var (rescue, town) = (Of("pos-rescue"), Of("pos-town"));
        var fill = await CommittedAsync(rescue, town);
        using (var early = await ReportAsync(rescue, fill, new { latitude = 43.1, longitude = 126.1 })) await early.ProblemAsync(409, "not-deployed");
        await rescue.DoAsync($"offers/{fill}", "mobilize", new { });
        await rescue.DoAsync($"offers/{fill}", "depart", new { });
        await region.QuietAsync();
        var at = DateTimeOffset.UtcNow;
        using (var first = await ReportAsync(rescue, fill, new { latitude = 43.1, longitude = 126.1, measuredAt = at })) await first.JsonAsync();
        // What comes within the minute is not kept.
        using (var soon = await ReportAsync(rescue, fill, new { latitude = 43.2, longitude = 126.2, measuredAt = at.AddSeconds(30) })) Assert.Equal("43.1", (await soon.JsonAsync()).Text("latitude"));
        foreach (var party in (Book[])[rescue, town])
        {
            var seen = Assert.Single((await party.Logistics.GetJsonAsync("/v1/agencies/pos-rescue/positions")).GetProperty("items").EnumerateArray());
            Assert.Equal((fill, "43.1", "126.1", "False"), (seen.Text("fillId"), seen.Text("latitude"), seen.Text("longitude"), seen.Text("isLost")));
        }
        Assert.Empty((await Of("pos-other").Logistics.GetJsonAsync("/v1/agencies/pos-rescue/positions")).GetProperty("items").EnumerateArray());
        await town.DoAsync($"fills/{fill}", "release", new { });
        await region.QuietAsync();
        using (var late = await ReportAsync(rescue, fill, new { latitude = 43.3, longitude = 126.3 })) await late.ProblemAsync(409, "not-deployed");
        foreach (var party in (Book[])[rescue, town])
            Assert.Empty((await party.Logistics.GetJsonAsync("/v1/agencies/pos-rescue/positions")).GetProperty("items").EnumerateArray());
        Assert.True(await IsToBeForgottenAsync(fill));
    }

    [Theory]
    [InlineData("deviceId")]
    [InlineData("personId")]
    [InlineData("callSign")]
    public async Task A_position_has_no_member_for_a_person_or_a_device(string member)
    {
        using var answer = await Of("pos-person").Logistics.PostAsync($"/v1/agencies/pos-person/offers/{Guid.NewGuid()}/position", $$"""{"latitude":43,"longitude":126,"{{member}}":"x"}""");
        var problem = await answer.ProblemAsync(400, "unknown-member");
        Assert.Equal($"/{member}", problem.GetProperty("errors")[0].Text("pointer"));
    }

    /// <summary>A clock runs that destroys the place; the region's clocks are many, and come by pages.</summary>
    private async Task<bool> IsToBeForgottenAsync(string fill)
    {
        var operators = region.As("region", Roles.Operator);
        for (var cursor = ""; ;)
        {
            var page = await operators.GetJsonAsync($"/v1/resources/clocks?limit=200{cursor}");
            if (page.GetProperty("items").EnumerateArray().Any(c => c.Text("key") == "position.retention" && c.ToString().Contains(fill, StringComparison.Ordinal))) return true;
            if (page.Text("next") is not { Length: > 0 } next) return false;
            cursor = $"&cursor={next}";
        }
    }

    private async Task<string> CommittedAsync(Book rescue, Book town)
    {
        var request = await town.RequestAsync("assault-boat", 1);
        await town.AskAsync(request, rescue.Agency, 1);
        await region.QuietAsync();
        var fill = (await rescue.CreateAsync($"asks/{await rescue.AskIdAsync(request)}/commit", new { quantity = 1, unitId = await rescue.UnitAsync("assault-boat", 1) })).Id();
        await region.QuietAsync();
        return fill;
    }

    private static Task<HttpResponseMessage> ReportAsync(Book book, string fill, object body) => book.Logistics.PostAsync($"/v1/agencies/{book.Agency}/offers/{fill}/position", body);

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
