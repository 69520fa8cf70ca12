namespace Coordination.Tests.Functional.Resources;

public abstract class BudgetTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : BudgetTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : BudgetTests(region);

    [Fact]
    public async Task A_budget_pays_what_was_set_aside_of_it_and_no_more()
    {
        var city = Of("cat-budget");
        var budget = (await city.CreateByAsync(city.Commander, "budgets", new { source = "ReserveFund", amountMinor = 1000, currency = "CNY", purpose = "Floods" })).Id();
        var fund = (await city.CreateAsync("funds", new { source = "ReserveFund", amountMinor = 700, currency = "CNY", purpose = "Boats", budgetId = budget })).Id();
        await city.DoAsync($"funds/{fund}", "commit");
        var second = (await city.CreateAsync("funds", new { source = "ReserveFund", amountMinor = 400, currency = "CNY", purpose = "Tents", budgetId = budget })).Id();
        using (var over = await city.TryAsync($"funds/{second}", "commit")) await over.ProblemAsync(409, "insufficient-funds");
        await city.DoAsync($"funds/{fund}", "spend", new { amountMinor = 650 });
        var left = await city.GetAsync($"budgets/{budget}");
        Assert.Equal(("1000", "350", "0", "650"), (left.Text("grantedMinor"), left.Text("freeMinor"), left.Text("setAsideMinor"), left.Text("spentMinor")));
        await city.DoAsync($"budgets/{budget}", "grant", new { amountMinor = 1100 });
        await city.DoAsync($"funds/{second}", "commit");
        using (var less = await city.TryAsync($"budgets/{budget}", "grant", new { amountMinor = 1000 })) await less.ProblemAsync(409, "insufficient-funds");
        var ledger = (await city.GetAsync($"budgets/{budget}/ledger?limit=200")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(0, ledger.Sum(p => p.GetProperty("amountMinor").GetInt64()));
        Assert.Equal(650, ledger.Where(p => p.Text("account") == "Spent").Sum(p => p.GetProperty("amountMinor").GetInt64()));
        using var wrong = await city.Logistics.PostAsync("/v1/agencies/cat-budget/funds", new { source = "Budget", amountMinor = 1, currency = "CNY", purpose = "x", budgetId = budget });
        await wrong.ProblemAsync(400, "no-such-budget");
    }

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
