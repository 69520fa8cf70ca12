using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Resources;

public abstract class RecommendationTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RecommendationTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RecommendationTests(region);

    [Fact]
    public async Task Who_is_asked_sees_which_units_could_go_and_why_and_offers_one_of_them()
    {
        var (rescue, town) = (Of("rescue-rec"), Of("town-rec"));
        var near = await BoatAsync(rescue, 43.01, "Primary");
        var reserve = await BoatAsync(rescue, 43.005, "Reserve");
        var request = await town.RequestAsync("assault-boat", 1);
        await town.AskAsync(request, "rescue-rec", 1);
        await region.QuietAsync();
        var ask = await rescue.AskIdAsync(request);
        var path = $"recommendation?askId={ask}&latitude=43.0&longitude=126.0";
        var answer = await rescue.GetAsync(path);
        Assert.Equal(("assault-boat", 1, 2), (answer.Text("typeCode"), answer.GetProperty("quantity").GetInt32(), answer.GetProperty("considered").GetInt32()));
        var sets = answer.GetProperty("sets").EnumerateArray().ToList();
        Assert.Equal([near, reserve], sets.Select(s => s.GetProperty("resources")[0].Text("unitId")));
        Assert.Equal([["Balanced", "SparesCover"], ["Fastest"]], sets.Select(s => s.GetProperty("aims").EnumerateArray().Select(a => a.GetString()!).ToArray()));
        Assert.All(sets, s => Assert.True(s.GetProperty("isInTime").GetBoolean()));
        using var offer = await rescue.Logistics.PostAsync($"/v1/agencies/rescue-rec/asks/{ask}/offer", new { quantity = 1, unitId = near });
        Assert.Equal(System.Net.HttpStatusCode.Created, offer.StatusCode);
        var left = await rescue.GetAsync("recommendation?typeCode=assault-boat&quantity=2&latitude=43.0&longitude=126.0");
        Assert.Equal(1, Assert.Single(left.GetProperty("sets").EnumerateArray()).GetProperty("shortage").GetInt32());
    }

    [Fact]
    public async Task Goods_are_proposed_by_depot_with_the_lots_that_expire_first()
    {
        var health = Of("health-rec");
        var late = await LotAsync(health, "north", 60, 400);
        var soon = await LotAsync(health, "north", 40, 200);
        await LotAsync(health, "far", 500, 400, 44.0);
        var set = (await health.GetAsync("recommendation?typeCode=antiviral&quantity=70&latitude=43.0&longitude=126.0")).GetProperty("sets")[0];
        var depot = Assert.Single(set.GetProperty("resources").EnumerateArray());
        Assert.Equal("north", depot.Text("name"));
        Assert.Equal([(soon, 40), (late, 30)], depot.GetProperty("lots").EnumerateArray().Select(l => (l.Text("lotId"), l.GetProperty("quantity").GetInt32())));
    }

    [Theory]
    [InlineData("quantity=1", "required")]
    [InlineData("typeCode=assault-boat", "range")]
    [InlineData("typeCode=assault-boat&quantity=0", "range")]
    [InlineData("typeCode=no-such&quantity=1", "unknown-resource-type")]
    [InlineData("typeCode=assault-boat&quantity=1&latitude=43", "range")]
    [InlineData("typeCode=assault-boat&quantity=1&latitude=43&longitude=181", "range")]
    public async Task A_question_that_cannot_be_answered_says_what_is_missing(string query, string rule)
    {
        using var answer = await Of("rescue-rec-2").Logistics.GetAsync($"/v1/agencies/rescue-rec-2/recommendation?{query}");
        await answer.ProblemAsync(400, rule);
    }

    [Fact]
    public async Task Half_a_place_and_an_amount_without_a_currency_are_refused_and_the_book_is_the_agency_s_own()
    {
        var rescue = Of("rescue-rec-3");
        var boat = await rescue.UnitAsync("assault-boat", 1);
        using var half = await rescue.TryAsync($"units/{boat}", "station", new { latitude = 43.0 });
        await half.ProblemAsync(400, "required");
        using var amount = await rescue.TryAsync($"units/{boat}", "station", new { hourlyCostMinor = 100 });
        await amount.ProblemAsync(400, "required");
        using var other = await Of("town-rec-3").Logistics.GetAsync("/v1/agencies/rescue-rec-3/recommendation?typeCode=assault-boat&quantity=1");
        await other.ProblemAsync(403, "other-agency");
    }

    private static async Task<string> BoatAsync(Book book, double latitude, string rank)
    {
        var id = (await book.CreateAsync("units", new { callSign = $"boat {rank}", typeCode = "assault-boat", strength = 1, rank })).Id();
        await book.DoAsync($"units/{id}", "station", new { latitude, longitude = 126.0, hourlyCostMinor = 20_000, currency = "CNY" });
        return id;
    }

    private static async Task<string> LotAsync(Book book, string depot, int quantity, int days, double latitude = 43.02) => (await book.CreateAsync("stock-lots",
        new { typeCode = "antiviral", quantity, source = "Government", expiresAt = DateTimeOffset.UtcNow.AddDays(days), depot, latitude, longitude = 126.0 })).Id();

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
