using System.Text.Json;

namespace Coordination.Tests.Functional.Resources;

public abstract class AidAgreementTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : AidAgreementTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AidAgreementTests(region);

    [Fact]
    public async Task What_is_asked_under_an_agreement_is_offered_and_kept_on_its_terms()
    {
        var (city, near) = (Of("aid-city"), Of("aid-near"));
        var agreement = await ProposeAsync(city, "aid-near", 20);
        var request = await city.RequestAsync("assault-boat", 10);
        using (var early = await city.TryAsync($"requests/{request}/lines/1", "ask", new { toAgency = "aid-near", relation = "Peer", quantity = 6, agreementId = agreement }))
            await early.ProblemAsync(400, "agreement-not-in-force");
        using (var own = await city.TryAsync($"aid-agreements/{agreement}", "sign")) await own.ProblemAsync(403, "wrong-party");
        await near.DoAsync($"aid-agreements/{agreement}", "sign");
        await region.QuietAsync();
        Assert.Equal("InForce", (await city.GetAsync($"aid-agreements/{agreement}")).Text("state"));
        await city.DoAsync($"requests/{request}/lines/1", "ask", new { toAgency = "aid-near", relation = "Peer", quantity = 6, agreementId = agreement });
        await region.QuietAsync();
        var ask = await near.GetAsync($"asks/{await near.AskIdAsync(request)}");
        Assert.Equal(agreement, ask.Text("agreementId"));
        var offer = (await near.CreateAsync($"asks/{ask.Id()}/offer", new { quantity = 6, unitId = await near.UnitAsync("assault-boat", 6) })).Id();
        await near.DoAsync($"aid-agreements/{agreement}", "end");
        await region.QuietAsync();
        foreach (var fill in new[] { await near.GetAsync($"offers/{offer}"), await city.GetAsync($"fills/{offer}") })
        {
            Assert.Equal(agreement, fill.Text("agreementId"));
            Assert.Equal(("assault-boat", "20000", "CNY"), (fill.GetProperty("term").Text("typeCode"), fill.GetProperty("term").Text("hourlyCostMinor"), fill.GetProperty("term").Text("currency")));
        }
        Assert.Equal("Ended", (await city.GetAsync($"aid-agreements/{agreement}")).Text("state"));
    }

    [Fact]
    public async Task A_shortage_goes_to_the_peers_in_the_order_of_the_agreements_and_then_upward()
    {
        var (city, first, second) = (Of("esc-city"), Of("esc-first"), Of("esc-second"));
        var (late, soon) = (await ProposeAsync(city, "esc-second", 10, order: 2), await ProposeAsync(city, "esc-first", 15, order: 1));
        await second.DoAsync($"aid-agreements/{late}", "sign");
        await first.DoAsync($"aid-agreements/{soon}", "sign");
        await region.QuietAsync();
        var request = await city.RequestAsync("assault-boat", 40);
        var asked = await city.DoAsync($"requests/{request}/lines/1", "escalate", new { superiorAgency = "esc-province" });
        Assert.Equal([("esc-first", "Peer", "15"), ("esc-second", "Peer", "10"), ("esc-province", "Up", "15")], Asks(asked));
        Assert.Contains("ForwardedUp", asked.Views());
        using (var waits = await city.TryAsync($"requests/{request}/lines/1", "escalate", new { })) await waits.ProblemAsync(409, "no-shortage");
        await region.QuietAsync();
        await first.DoAsync($"asks/{await first.AskIdAsync(request)}", "decline", new { reason = "NotAvailable" });
        await region.QuietAsync();
        using (var nobody = await city.TryAsync($"requests/{request}/lines/1", "escalate", new { })) await nobody.ProblemAsync(409, "nobody-left");
    }

    [Fact]
    public async Task An_agreement_is_refused_or_taken_back_and_is_not_for_others()
    {
        var (city, near) = (Of("no-city"), Of("no-near"));
        var (declined, withdrawn) = (await ProposeAsync(city, "no-near", 5), await ProposeAsync(city, "no-near", 6));
        await near.DoAsync($"aid-agreements/{declined}", "decline");
        await city.DoAsync($"aid-agreements/{withdrawn}", "withdraw");
        await region.QuietAsync();
        Assert.Equal("Declined", (await city.GetAsync($"aid-agreements/{declined}")).Text("state"));
        Assert.Equal("Withdrawn", (await near.GetAsync($"aid-agreements/{withdrawn}")).Text("state"));
        using var stranger = await Of("no-other").Logistics.GetAsync($"/v1/agencies/no-other/aid-agreements/{declined}");
        await stranger.ProblemAsync(404, "not-found");
        using var twice = await city.Commander.PostAsync("/v1/agencies/no-city/aid-agreements", Proposal("no-city", 5, 1));
        await twice.ProblemAsync(400, "same-agency");
    }

    private async Task<string> ProposeAsync(Book city, string lender, int quantity, int order = 1)
    {
        var id = (await city.CreateByAsync(city.Commander, "aid-agreements", Proposal(lender, quantity, order))).Id();
        await region.QuietAsync();
        return id;
    }

    private static object Proposal(string lender, int quantity, int order) => new
    {
        otherAgency = lender,
        role = "Borrower",
        callOrder = order,
        validFrom = DateTimeOffset.UtcNow.AddDays(-1),
        validUntil = DateTimeOffset.UtcNow.AddYears(1),
        terms = new[] { new { typeCode = "assault-boat", quantity, hourlyCostMinor = 20_000, currency = "CNY" } },
    };

    private static IEnumerable<(string, string, string)> Asks(JsonElement request) =>
        request.Line().GetProperty("asks").EnumerateArray().Select(a => (a.Text("toAgency"), a.Text("relation"), a.Text("quantity")));

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
