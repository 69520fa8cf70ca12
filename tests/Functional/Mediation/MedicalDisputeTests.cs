using Coordination.Contracts;

namespace Coordination.Tests.Functional.Mediation;

/// <summary>A medical dispute (domain.md E6): rights first, seals by both sides, the kin's own choice.</summary>
public abstract class MedicalDisputeTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : MedicalDisputeTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : MedicalDisputeTests(region);

    private static async Task<string> OpenedAsync(Committee committee)
    {
        var path = await committee.ApplyAsync("Medical", "Professional");
        await committee.DecideAsync(path, "screen", new { });
        return path;
    }

    [Fact]
    public async Task The_case_cannot_leave_screening_before_the_family_was_told_everything()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await OpenedAsync(committee);
        await committee.DecideAsync(path, "explain-rights", new { items = (string[])["Paths", "Sealing", "Copying"] });
        await committee.RefusedDecisionAsync(409, "rights-not-explained", path, "ask-consent");
        await committee.DecideAsync(path, "explain-rights", new { items = (string[])["Autopsy"] });
        Assert.Equal("ConsentPending", Committee.State(await committee.DecideAsync(path, "ask-consent")));
        await committee.DecideAsync(path, "report-major-dispute");
    }

    [Fact]
    public async Task Evidence_is_sealed_and_opened_by_both_and_every_attempt_is_in_the_chain()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await OpenedAsync(committee);
        var (family, hospital) = (await committee.OwnerAsync(path), await committee.CompanyAsync(path));
        var item = await committee.PostAsync($"{path}/evidence", new { kind = "InfusionSet", description = "Secret set", isOriginal = true });
        var (id, at) = (item.GetProperty("id").GetGuid(), $"/v1/evidence/{item.GetProperty("id").GetGuid()}/custody");
        await StepAsync("Seal", "Listed", "both-sides", hospital);
        Assert.Equal("Running", Committee.State(await committee.ClockAsync("evidence.seal-retry", id)));
        await StepAsync("Seal", "Sealed", null, family, hospital);
        Assert.Equal("Met", Committee.State(await committee.ClockAsync("evidence.seal-retry", id)));
        await StepAsync("RequestOpening", "UnsealRequested", null, hospital);
        await StepAsync("Open", "UnsealRequested", "both-sides", hospital);
        await StepAsync("Open", "UnsealedByBoth", null, family, hospital);
        await StepAsync("Seal", "Resealed", null, family, hospital);
        var log = (await committee.ReadAsync(at)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(6, log.Count);
        Assert.Equal(2, log.Count(e => e.TryGetProperty("refusedBy", out var rule) && rule.ValueKind == System.Text.Json.JsonValueKind.String));
        var verdict = await committee.ReadAsync($"{at}/verify");
        Assert.True(verdict.GetProperty("isIntact").GetBoolean());
        await committee.PassAsync(TimeSpan.FromDays(1096));
        Assert.Equal("SelfUnsealable", await committee.StateAsync($"/v1/evidence/{id}"));

        async Task StepAsync(string action, string state, string? refusedBy, params Guid[] signedBy)
        {
            var after = await committee.PostAsync(at, new { action, signedBy });
            Assert.Equal((state, refusedBy), (Committee.State(after), after.TryGetProperty("refusedBy", out var rule) ? rule.GetString() : null));
        }
    }

    [Fact]
    public async Task An_unfinished_record_is_sealed_in_stages_and_completed_within_six_hours()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await OpenedAsync(committee);
        var both = (Guid[])[await committee.OwnerAsync(path), await committee.CompanyAsync(path)];
        var first = await committee.PostAsync($"{path}/evidence", new { kind = "MedicalRecord", description = "Notes so far", unfinishedSince = await committee.NowAsync() });
        await committee.PostAsync($"/v1/evidence/{first.GetProperty("id").GetGuid()}/custody", new { action = "Seal", signedBy = both });
        await committee.PassAsync(TimeSpan.FromHours(5));
        var second = await committee.PostAsync($"{path}/evidence", new { kind = "MedicalRecord", description = "The rest", completes = first.GetProperty("id").GetGuid() });
        await committee.PostAsync($"/v1/evidence/{second.GetProperty("id").GetGuid()}/custody", new { action = "Seal", signedBy = both });
        Assert.Equal("Met", Committee.State(await committee.ClockAsync("evidence.record-completion", first.GetProperty("id").GetGuid())));
    }

    [Fact]
    public async Task The_kin_refuse_an_autopsy_and_nothing_presses_them()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await OpenedAsync(committee);
        var died = await committee.NowAsync();
        var death = await committee.PostAsync($"{path}/death", new { diedAt = died });
        var id = death.GetProperty("id").GetGuid();
        Assert.Equal(died.AddHours(48), (await committee.ClockAsync("medical.autopsy", id)).GetProperty("dueAt").GetDateTimeOffset());
        Assert.Equal(died.AddDays(14), (await committee.ClockAsync("medical.body", id)).GetProperty("dueAt").GetDateTimeOffset());
        Assert.Equal("Refused", (await committee.StepAsync("/v1/deaths", death, "refuse-autopsy")).GetProperty("autopsy").GetString());
        Assert.Equal("Cancelled", Committee.State(await committee.ClockAsync("medical.autopsy", id)));
        await committee.RefusedAsync(409, "already-recorded", $"{path}/death", new { diedAt = died });
        var frozen = await committee.PostAsync($"{await OpenedAsync(committee)}/death", new { diedAt = died, isFrozen = true });
        Assert.Equal(died.AddDays(7), (await committee.ClockAsync("medical.autopsy", frozen.GetProperty("id").GetGuid())).GetProperty("dueAt").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("SeveralDepartments", "2026-09-18T01:00:00Z", "2026-10-09T16:00:00Z")]
    [InlineData("Complex", "2026-09-28T01:00:00Z", "2026-10-08T16:00:00Z")]
    public async Task A_complaint_is_answered_by_the_calendar(string kind, string received, string due)
    {
        var committee = await Committee.MeetAsync(region, received);
        var complaint = await committee.PostAsync("/v1/complaints", new { kind, text = "Secret complaint" });
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), complaint.GetProperty("replyDueAt").GetDateTimeOffset());
        var replied = await committee.StepAsync("/v1/complaints", complaint, "reply", new { reply = "Secret reply" });
        Assert.Equal("Closed", Committee.State(await committee.StepAsync("/v1/complaints", replied, "close")));
        Assert.Equal("Met", Committee.State(await committee.ClockAsync("complaint.reply", complaint.GetProperty("id").GetGuid())));
    }
}
