using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Mediation;

/// <summary>A rent dispute of about a hundred shop owners with one company (domain.md E5).</summary>
public abstract class RentDisputeTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RentDisputeTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RentDisputeTests(region);

    [Fact]
    public async Task A_hundred_owners_and_a_company_settle_and_a_missed_instalment_brings_a_rights_notice()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.ApplyAsync();
        await committee.DecideAsync(path, "screen", new { });
        var added = await committee.PostAsync($"{path}/parties", new { side = "Applicant", parties = Enumerable.Range(3, 98).Select(i => Committee.Named($"Secret owner {i}")).ToList() });
        await committee.DecideAsync(path, "ask-consent");
        Assert.Equal(99, (await committee.PostAsync($"{path}/ask-parties")).GetProperty("asked").GetInt32());
        await committee.PostAsync($"/v1/parties/{await committee.CompanyAsync(path)}/answer", new { agree = true });
        var owners = added.GetProperty("partyIds").EnumerateArray().Select(p => p.GetGuid()).ToList();
        for (var i = 0; i < 95; i++) await committee.PostAsync($"/v1/parties/{owners[i]}/answer", new { agree = i < 86 });
        var consent = await committee.ReadAsync($"{path}/consent");
        Assert.Equal((101, 89, 9, 3), (Of("parties"), Of("given"), Of("refused"), Of("silent")));
        await committee.RefusedAsync(409, "asked-once", $"/v1/parties/{owners[90]}/ask");

        await committee.DecideAsync(path, "accept");
        await committee.DecideAsync(path, "refer", new { legalAid = 6, hardship = 2 });
        await ChooseMediatorAsync(committee, path);
        var speakers = owners.Take(5).ToList();
        foreach (var speaker in speakers) await committee.PostAsync($"/v1/parties/{speaker}/represent");
        await committee.RefusedAsync(409, "representatives-limit", $"/v1/parties/{owners[6]}/represent");

        var company = await committee.CompanyAsync(path);
        var session = await committee.SitAsync(path, [.. speakers, company]);
        session = await committee.StepAsync("/v1/sessions", session, "minute", new { minutes = "Secret minutes" });
        session = await committee.StepAsync("/v1/sessions", session, "sign", new { partyIds = speakers.Append(company) });
        Assert.Equal("Signed", Committee.State(session));

        await committee.PassAsync(TimeSpan.FromDays(3));
        var agreement = await SettleAsync(committee, path, company, owners);
        await committee.PassAsync(TimeSpan.FromDays(31));
        Assert.Equal(("Breached", "Breached"), (await committee.StateAsync(path), await committee.StateAsync(agreement)));
        await committee.RefusedDecisionAsync(409, "illegal-transition", path, "close");
        var told = await committee.DecideAsync(agreement, "notify-rights");
        Assert.Equal(["Court", "Enforcement"], told.GetProperty("rightsNotice").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal("RightsNotified", await committee.StateAsync(path));
        var late = await committee.DecideAsync(agreement, "fulfil", new { number = 2 });
        Assert.Equal("FulfilledLate", Committee.State(late.GetProperty("instalments")[1]));
        Assert.Equal("Closed", Committee.State(await committee.DecideAsync(path, "close")));

        int Of(string member) => consent.GetProperty(member).GetInt32();
    }

    private static async Task ChooseMediatorAsync(Committee committee, string path)
    {
        var both = (Guid[])[await committee.OwnerAsync(path), await committee.CompanyAsync(path)];
        var offered = new List<JsonElement>();
        for (var i = 0; i < 3; i++)
        {
            var one = await committee.PostAsync($"{path}/mediators", new { mediator = $"mediator-{i}", skills = (string[])["Tenancy"] });
            offered.Add(await committee.StepAsync("/v1/appointments", one, "declare", new { hasConflict = false }));
        }
        var challenged = await committee.StepAsync("/v1/appointments", offered[0], "challenge", new { partyId = both[1] });
        Assert.Equal("Recused", Committee.State(await committee.StepAsync("/v1/appointments", challenged, "recuse")));
        Assert.Equal("Accepted", Committee.State(await committee.StepAsync("/v1/appointments", offered[1], "accept", new { partyIds = both })));
        Assert.Equal("MediatorAppointed", await committee.StateAsync(path));
    }

    /// <summary>Signed by all, confirmed by the court, the first instalment paid.</summary>
    private static async Task<string> SettleAsync(Committee committee, string path, Guid company, List<Guid> owners)
    {
        var now = await committee.NowAsync();
        var drafted = await committee.PostAsync($"{path}/agreements", new
        {
            terms = "Secret terms",
            instalments = new[] { new { dueAt = now.AddDays(7), amountMinor = 500_000 }, new { dueAt = now.AddDays(30), amountMinor = 500_000 } },
        });
        var agreement = $"/v1/agreements/{drafted.GetProperty("id").GetGuid()}";
        Assert.Equal("PartiesSigned", Committee.State(await committee.DecideAsync(agreement, "sign", new { partyIds = await committee.TakingPartAsync(path) })));
        await committee.DecideAsync(agreement, "take-effect");
        Assert.Equal("AgreementReached", await committee.StateAsync(path));
        await committee.DecideAsync(agreement, "offer-confirmation");
        await committee.DecideAsync(agreement, "apply", new { partyIds = owners.Take(79).Append(company) });
        await committee.DecideAsync(agreement, "court-accepted");
        await committee.DecideAsync(agreement, "decide", new { confirmed = true });
        await committee.DecideAsync(agreement, "perform");
        await committee.PassAsync(TimeSpan.FromDays(6));
        await committee.DecideAsync(agreement, "fulfil", new { number = 1 });
        var followUps = (await committee.ReadAsync($"{path}/follow-ups")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, followUps.Count);
        var done = await committee.StepAsync("/v1/follow-ups", followUps[0], "do", new { finding = "AsAgreed" });
        await committee.StepAsync("/v1/follow-ups", done, "close");
        Assert.Equal("Met", Committee.State(await committee.ClockAsync("follow-up.first", followUps[0].GetProperty("id").GetGuid())));
        return agreement;
    }
}
