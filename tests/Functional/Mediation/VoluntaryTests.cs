using Coordination.Contracts;

namespace Coordination.Tests.Functional.Mediation;

/// <summary>Mediation is voluntary and free, and every end without agreement tells people their rights.</summary>
public abstract class VoluntaryTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : VoluntaryTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : VoluntaryTests(region);

    [Fact]
    public async Task Consent_withdrawn_in_a_session_ends_it_at_once_and_the_case_with_the_last_of_a_side()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.AgreedToTalkAsync();
        var (company, everyone) = (await committee.CompanyAsync(path), await committee.TakingPartAsync(path));
        var session = await committee.SitAsync(path, [.. everyone]);
        Assert.Equal("Held", Committee.State(session));
        Assert.Equal("Withdrawn", (await committee.PostAsync($"/v1/parties/{company}/withdraw")).GetProperty("consent").GetString());
        var ended = await committee.ReadAsync($"/v1/sessions/{session.GetProperty("id").GetGuid()}");
        Assert.Equal("Adjourned", Committee.State(ended));
        Assert.Equal(await committee.NowAsync(), ended.GetProperty("endedByWithdrawalAt").GetDateTimeOffset());
        Assert.Equal("Withdrawn", await committee.StateAsync(path));
        await committee.RefusedDecisionAsync(409, "illegal-transition", path, "close");
        await committee.RefusedDecisionAsync(400, "path-missing", path, "notify-rights", new { paths = (string[])["Court"] });
        await committee.DecideAsync(path, "notify-rights", new { paths = (string[])["Court", "Arbitration", "Complaint"] });
        await committee.DecideAsync(path, "close");
    }

    [Fact]
    public async Task Thirty_days_without_a_deal_end_in_no_agreement_and_a_rights_notice_is_owed()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.AgreedToTalkAsync();
        await committee.PassAsync(TimeSpan.FromDays(30));
        var ended = await committee.ReadAsync(path);
        Assert.Equal("NoAgreement", Committee.State(ended));
        Assert.Equal("Running", Committee.State(await committee.ClockAsync("mediation.rights-notice", ended.GetProperty("id").GetGuid())));
        await committee.DecideAsync(path, "notify-rights", new { paths = (string[])["Court", "Arbitration", "Complaint"] });
        Assert.Equal("Met", Committee.State(await committee.ClockAsync("mediation.rights-notice", ended.GetProperty("id").GetGuid())));
    }

    [Fact]
    public async Task Everyone_together_may_take_more_time()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.AgreedToTalkAsync();
        var until = await committee.NowAsync() + TimeSpan.FromDays(45);
        await committee.RefusedDecisionAsync(409, "consent-missing", path, "extend", new { until, partyIds = (Guid[])[await committee.OwnerAsync(path), await committee.CompanyAsync(path)] });
        await committee.DecideAsync(path, "extend", new { until, partyIds = await committee.TakingPartAsync(path) });
        await committee.PassAsync(TimeSpan.FromDays(31));
        Assert.Equal("MediatorAppointed", await committee.StateAsync(path));
        await committee.PassAsync(TimeSpan.FromDays(15));
        Assert.Equal("NoAgreement", await committee.StateAsync(path));
    }

    [Fact]
    public async Task An_appraisal_moves_the_end_by_exactly_its_time()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.AgreedToTalkAsync();
        var id = (await committee.ReadAsync(path)).GetProperty("id").GetGuid();
        await committee.SitAsync(path, [.. await committee.TakingPartAsync(path)]);
        var due = (await committee.ClockAsync("mediation.completion", id)).GetProperty("dueAt").GetDateTimeOffset();
        await committee.PassAsync(TimeSpan.FromDays(12));
        Assert.Equal("Suspended", Committee.State(await committee.DecideAsync(path, "suspend")));
        await committee.PassAsync(TimeSpan.FromDays(28));
        Assert.Equal("InSession", Committee.State(await committee.DecideAsync(path, "resume")));
        Assert.Equal(due.AddDays(28), (await committee.ClockAsync("mediation.completion", id)).GetProperty("dueAt").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("fee", 100)]
    [InlineData("venue", "plaza")]
    [InlineData("watch", true)]
    [InlineData("leaders", "a")]
    public async Task A_member_for_a_fee_or_pressure_is_unknown(string member, object value)
    {
        var committee = await Committee.MeetAsync(region);
        var body = new Dictionary<string, object>
        {
            ["kind"] = "Tenancy", ["tier"] = "Street", ["summary"] = "x", ["applicants"] = new[] { Committee.Named("a") }, ["respondents"] = new[] { Committee.Named("b") }, [member] = value,
        };
        using var answer = await committee.Mediator.PostAsync("/v1/mediation-cases", body);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("Court", "Court")]
    [InlineData("AdministrativeMediation", "OtherMediation")]
    public async Task A_matter_before_a_court_or_authority_is_referred_out(string parallel, string to)
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.ApplyAsync(parallel: parallel);
        var screened = await committee.DecideAsync(path, "screen", new { });
        Assert.Equal(("ReferredOut", to), (Committee.State(screened), screened.GetProperty("referredTo").GetString()));
    }

    [Fact]
    public async Task A_court_that_takes_the_matter_later_ends_the_mediation()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.AgreedToTalkAsync();
        var session = await committee.ScheduleAsync(path, [.. await committee.TakingPartAsync(path)]);
        await committee.DecideAsync(path, "refer-out", new { to = "Court", reason = "ParallelProcedure" });
        Assert.Equal("Adjourned", await committee.StateAsync($"/v1/sessions/{session.GetProperty("id").GetGuid()}"));
        await committee.RefusedAsync(409, "no-mediator", $"{path}/sessions",
            new { startsAt = await committee.NowAsync() + TimeSpan.FromHours(1), endsAt = await committee.NowAsync() + TimeSpan.FromHours(2), partyIds = await committee.TakingPartAsync(path) });
    }

    [Fact]
    public async Task Nobody_is_asked_before_screening_twice_or_under_another_entry()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.ApplyAsync();
        var company = await committee.CompanyAsync(path);
        await committee.RefusedAsync(409, "not-asking", $"/v1/parties/{company}/ask");
        await committee.DecideAsync(path, "screen", new { });
        await committee.DecideAsync(path, "ask-consent");
        await committee.RefusedDecisionAsync(409, "consent-missing", path, "accept");
        await committee.PostAsync($"/v1/parties/{company}/ask");
        Assert.True((await committee.PostAsync($"/v1/parties/{company}/answer", new { agree = false })).TryGetProperty("rightsNotifiedAt", out var told) && told.ValueKind == System.Text.Json.JsonValueKind.String);
        await committee.RefusedAsync(409, "asked-once", $"/v1/parties/{company}/ask");
        await committee.RefusedAsync(409, "illegal-transition", $"/v1/parties/{company}/answer", new { agree = true });
        await committee.RefusedAsync(400, "asked-once", $"{path}/parties", new { side = "Respondent", parties = new[] { new { name = "secret company ", contact = "contact of Secret company" } } });
    }
}
