using Coordination.Contracts;

namespace Coordination.Tests.Functional.Resources;

public abstract class SupplyTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : SupplyTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : SupplyTests(region);

    [Fact]
    public async Task Two_counties_cannot_have_the_same_courses_and_the_second_is_told_what_is_left()
    {
        var (health, first, second) = (Of("health"), Of("county-a"), Of("county-b"));
        var late = (await health.CreateAsync("stock-lots", new { typeCode = "antiviral", quantity = 60, source = "Agreement", expiresAt = DateTimeOffset.UtcNow.AddDays(400) })).Id();
        var soon = await health.CreateAsync("stock-lots", new { typeCode = "antiviral", quantity = 40, source = "Government", expiresAt = DateTimeOffset.UtcNow.AddDays(30) });
        Assert.Equal("NearExpiry", soon.Text("state"));
        var (a, b) = (await first.RequestAsync("antiviral", 70), await second.RequestAsync("antiviral", 50));
        await first.AskAsync(a, "health", 70);
        await second.AskAsync(b, "health", 50);
        await region.QuietAsync();
        var offer = (await health.CreateAsync($"asks/{await health.AskIdAsync(a)}/offer", new { quantity = 70 })).Id();
        Assert.Equal(0, (await health.GetAsync($"stock-lots/{soon.Id()}")).GetProperty("free").GetInt32());
        Assert.Equal(30, (await health.GetAsync($"stock-lots/{late}")).GetProperty("free").GetInt32());
        var path = $"/v1/agencies/health/asks/{await health.AskIdAsync(b)}/offer";
        using var refused = await health.Logistics.PostAsync(path, new { quantity = 50 });
        Assert.StartsWith("30 are free", (await refused.ProblemAsync(409, "insufficient-stock")).GetProperty("detail").GetString());
        using var rest = await health.Logistics.PostAsync(path, new { quantity = 30 });
        await rest.JsonAsync();
        await region.QuietAsync();
        await first.DoAsync($"fills/{offer}", "select");
        await first.DoAsync($"fills/{offer}", "order", new { quantity = 65 });
        await region.QuietAsync();
        await health.DoAsync($"offers/{offer}", "commit", new { });
        await health.DoAsync($"offers/{offer}", "mobilize", new { });
        await health.DoAsync($"offers/{offer}", "depart", new { });
        var lot = await health.GetAsync($"stock-lots/{late}");
        Assert.Equal((5, 25), (lot.GetProperty("free").GetInt32(), lot.GetProperty("issued").GetInt32()));
        var ledger = (await health.GetAsync($"stock-lots/{late}/ledger?limit=200")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(0, ledger.Sum(p => p.GetProperty("quantity").GetInt32()));
        Assert.Equal(lot.GetProperty("free").GetInt32(), ledger.Where(p => p.Text("account") == "Free").Sum(p => p.GetProperty("quantity").GetInt32()));
    }

    [Fact]
    public async Task Sixteen_at_once_lease_a_unit_once()
    {
        var (fire, city) = (Of("fire-16"), Of("city-16"));
        var unit = await fire.UnitAsync("ladder-truck", 1);
        var request = await city.RequestAsync("ladder-truck", 16);
        await city.AskAsync(request, "fire-16", 16);
        await region.QuietAsync();
        var path = $"/v1/agencies/fire-16/asks/{await fire.AskIdAsync(request)}/offer";
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => fire.Logistics.PostAsync(path, new { quantity = 1, unitId = unit })));
        Assert.Equal(1, answers.Count(a => a.StatusCode == System.Net.HttpStatusCode.Created));
        Assert.Equal(15, answers.Count(a => a.StatusCode == System.Net.HttpStatusCode.Conflict));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_price_is_quoted_countered_offered_again_and_ordered_with_money_behind_it()
    {
        var (lender, city) = (Of("lender"), Of("city-b"));
        var request = await city.RequestAsync("excavator", 2);
        await city.AskAsync(request, "lender", 2, quoteOnly: true);
        await region.QuietAsync();
        var (ask, unit) = (await lender.AskIdAsync(request), await lender.UnitAsync("excavator", 2));
        using (var free = await lender.Logistics.PostAsync($"/v1/agencies/lender/asks/{ask}/offer", new { quantity = 2, unitId = unit })) await free.ProblemAsync(400, "price-required");
        var offer = await lender.CreateAsync($"asks/{ask}/offer", new { quantity = 2, unitId = unit, priceMinor = 900_00, currency = "CNY" });
        Assert.Equal("Quoted", offer.Text("mutualAid"));
        await region.QuietAsync();
        await city.DoAsync($"fills/{offer.Id()}", "counter", new { quantity = 1 });
        await region.QuietAsync();
        Assert.Equal("1", (await lender.GetAsync($"offers/{offer.Id()}")).Text("wantedQuantity"));
        await lender.DoAsync($"offers/{offer.Id()}", "reoffer", new { quantity = 1, priceMinor = 500_00, currency = "CNY" });
        await region.QuietAsync();
        await city.DoAsync($"fills/{offer.Id()}", "select");
        using (var unpaid = await city.TryAsync($"fills/{offer.Id()}", "order", new { })) await unpaid.ProblemAsync(400, "funding-required");
        var fund = (await city.CreateAsync("funds", new { source = "ReserveFund", amountMinor = 600_00, currency = "CNY", purpose = "Excavator" })).Id();
        using (var planned = await city.TryAsync($"fills/{offer.Id()}", "order", new { fundId = fund })) await planned.ProblemAsync(400, "not-funded");
        await city.DoAsync($"funds/{fund}", "commit");
        var ordered = await city.DoAsync($"fills/{offer.Id()}", "order", new { fundId = fund });
        Assert.Equal(("Ordered", "1"), (ordered.Text("state"), ordered.Text("quantity")));
        await region.QuietAsync();
        await lender.DoAsync($"offers/{offer.Id()}", "decline", new { reason = "EquipmentFailure" });
        await region.QuietAsync();
        var declined = await city.GetAsync($"fills/{offer.Id()}");
        Assert.Equal(("Declined", "Declined", "EquipmentFailure"), (declined.Text("state"), declined.Text("deployment"), declined.Text("reason")));
        await city.DoAsync($"funds/{fund}", "spend", new { amountMinor = 100 });
        using var audited = await region.As("city-b", Roles.Auditor).PostAsync($"/v1/agencies/city-b/funds/{fund}/audit", new { isClean = true }, 3);
        Assert.Equal("Audited", (await audited.JsonAsync()).Text("state"));
    }

    [Fact]
    public async Task A_provisional_offer_holds_nothing_until_it_is_firm()
    {
        var (lender, city) = (Of("lender-p"), Of("city-p"));
        var request = await city.RequestAsync("crane", 1);
        await city.AskAsync(request, "lender-p", 1);
        await region.QuietAsync();
        var (ask, unit) = (await lender.AskIdAsync(request), await lender.UnitAsync("crane", 1));
        using (var silent = await lender.Logistics.PostAsync($"/v1/agencies/lender-p/asks/{ask}/offer", new { quantity = 1, unitId = unit, response = "Provisional" }))
            await silent.ProblemAsync(400, "reason-required");
        var offer = (await lender.CreateAsync($"asks/{ask}/offer", new { quantity = 1, unitId = unit, response = "Provisional", reason = "AwaitingApproval" })).Id();
        Assert.Equal("", (await lender.GetAsync($"units/{unit}")).Text("fillId"));
        await region.QuietAsync();
        using (var early = await city.TryAsync($"fills/{offer}", "select")) await early.ProblemAsync(409, "provisional-offer");
        await lender.DoAsync($"offers/{offer}", "firm");
        Assert.Equal(offer, (await lender.GetAsync($"units/{unit}")).Text("fillId"));
        await region.QuietAsync();
        Assert.Equal("Selected", (await city.DoAsync($"fills/{offer}", "select")).Text("state"));
    }

    [Fact]
    public async Task Requisitioned_boats_are_served_used_returned_and_compensated()
    {
        var city = Of("city-r");
        var id = (await city.CreateAsync("requisitions", new { incidentId = Guid.NewGuid(), typeCode = "speedboat", quantity = 3 })).Id();
        using (var own = await region.AsPerson("city-r-logistics", "city-r", Roles.Commander).PostAsync($"/v1/agencies/city-r/requisitions/{id}/order", null, 1))
            await own.ProblemAsync(403, "same-person");
        await city.DoAsync($"requisitions/{id}", "order");
        var served = await city.DoAsync($"requisitions/{id}", "serve", new { register = "R-2026-7", ownerContact = "Harbour office, berth 4" });
        Assert.DoesNotContain("Harbour", served.ToString(), StringComparison.Ordinal);
        var access = (await city.CreateAsync($"requisitions/{id}/open-contact", new { purpose = "Return" })).Id();
        Assert.Equal("Harbour office, berth 4", (await city.GetAsync($"owner-contacts/{access}")).Text("ownerContact"));
        using (var other = await region.AsPerson("colleague", "city-r", Roles.Logistics).GetAsync($"/v1/agencies/city-r/owner-contacts/{access}"))
            await other.ProblemAsync(404, "not-found");
        foreach (var verb in (string[])["take-into-use", "return"]) await city.DoAsync($"requisitions/{id}", verb, new { });
        await city.DoAsync($"requisitions/{id}", "claim", new { amountMinor = 120_000, currency = "CNY" });
        Assert.Equal("Compensated", (await city.DoAsync($"requisitions/{id}", "compensate", new { amountMinor = 100_000 })).Text("state"));
    }

    [Fact]
    public async Task A_book_is_changed_by_its_own_agency_only_and_read_by_auditors_too()
    {
        var fire = Of("fire-o");
        var unit = await fire.UnitAsync("fire-engine", 1);
        using var foreign = await region.As("police-o", Roles.Commander).PostAsync($"/v1/agencies/fire-o/units/{unit}/report", new { state = "Alerted" }, 1);
        await foreign.ProblemAsync(403, "other-agency");
        using var peek = await region.As("police-o", Roles.Commander).GetAsync($"/v1/agencies/fire-o/units/{unit}");
        await peek.ProblemAsync(403, "other-agency");
        Assert.Equal("Available", (await region.As("oversight", Roles.Auditor).GetJsonAsync($"/v1/agencies/fire-o/units/{unit}")).Text("state"));
    }

    [Theory]
    [InlineData("fills?state=Odd")]
    [InlineData("fills?incidentId=odd")]
    [InlineData("units?state=1x")]
    [InlineData("call-up?typeCode=assault-boat&quantity=0")]
    [InlineData("call-up?typeCode=assault-boat")]
    public async Task A_wrong_query_is_a_problem_and_never_a_failure(string query)
    {
        using var answer = await Of("fire-q").Logistics.GetAsync($"/v1/agencies/fire-q/{query}");
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_unit_goes_its_way_and_is_refused_every_other()
    {
        var fire = Of("fire-u");
        var unit = await fire.UnitAsync("fire-engine", 1);
        using (var jump = await fire.TryAsync($"units/{unit}", "report", new { state = "OnScene" })) await jump.ProblemAsync(409, "illegal-transition");
        foreach (var state in (string[])["Alerted", "Assigned", "EnRoute", "OnScene", "Released", "Returning", "Available"])
            Assert.Equal(state, (await fire.DoAsync($"units/{unit}", "report", new { state })).Text("state"));
        using var goods = await fire.Logistics.PostAsync("/v1/agencies/fire-u/units", new { callSign = "x", typeCode = "tent", strength = 1 });
        await goods.ProblemAsync(400, "goods");
        using var unknown = await fire.Logistics.PostAsync("/v1/agencies/fire-u/units", new { callSign = "x", typeCode = "riot-team", strength = 1 });
        await unknown.ProblemAsync(400, "unknown-resource-type");
    }

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
