using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;

namespace Coordination.Tests.Functional.Intake;

/// <summary>What was done in an outage, by radio or on paper, and is entered when the link is back.</summary>
public abstract class LateEntryTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : LateEntryTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : LateEntryTests(region);

    [Fact]
    public async Task A_report_that_was_made_in_time_by_radio_is_in_time_whenever_it_is_entered_and_shows_both_times()
    {
        var (known, made) = (DateTimeOffset.UtcNow.AddHours(-6), DateTimeOffset.UtcNow.AddHours(-6).AddMinutes(40));
        var body = Desk.Report(Desk.Whole(occurredAt: known)).With("knownAt", known).With("late", Late(made));
        var report = await region.Sender().SendAsync(body);
        Assert.Equal(["Met", "Running"], await region.ClockStatesAsync(report.Id(), "report.upward"));
        Assert.Equal(Whole(made), Whole(report.GetProperty("reportedAt").GetDateTimeOffset()));
        Assert.True(report.GetProperty("receivedAt").GetDateTimeOffset() > made.AddHours(5));
        var kept = Assert.Single(report.GetProperty("lateEntries").EnumerateArray());
        Assert.Equal(("Reported", "RadioLog", "DutyLeader", "page 12"), (kept.Text("act"), kept.Text("ground"), kept.Text("attestedBy"), kept.Text("reference")));
        var told = Assert.Single(await region.EventsAsync("intake.report-received.v1", report.Id())).GetProperty("late");
        Assert.Equal((Whole(made), report.GetProperty("receivedAt").GetDateTimeOffset()), (Whole(told.GetProperty("doneAt").GetDateTimeOffset()), told.GetProperty("enteredAt").GetDateTimeOffset()));
        Assert.False(told.TryGetProperty("reference", out _));

        using var early = await region.Sender().PostAsync("/v1/reports", body.With("late", Late(known.AddMinutes(-1))));
        await PointsAtAsync(early, "done-before-known");
        using var ahead = await region.Sender().PostAsync("/v1/reports", body.With("late", Late(DateTimeOffset.UtcNow.AddHours(1))));
        await PointsAtAsync(ahead, "not-in-future");
    }

    [Fact]
    public async Task An_acknowledgement_by_radio_undoes_what_broke_meanwhile_and_a_zero_report_on_paper_meets_the_morning_it_was_made_for()
    {
        var scene = await Scene.HeldAsync(region);
        var now = await scene.NowAsync();
        var report = await scene.OkAsync(Desk.Township, "/v1/reports", Desk.Report(Desk.Whole(occurredAt: now.AddMinutes(-30))).With("knownAt", now), roles: [Roles.Reporter]);
        var incident = Guid.CreateVersion7();
        var duty = await scene.OkAsync(Desk.County, "/v1/reporting-duties", new { incidentId = incident, kind = "ZeroReport", agency = Desk.County, tier = "County" }, roles: [Roles.DutyOfficer]);
        await scene.AdvanceAsync(TimeSpan.FromHours(14));
        Assert.Equal(["Breached", "Breached", "Breached", "Breached"], await region.ClockStatesAsync(report.Id(), "report.acknowledge", scene.Exercise));
        Assert.Equal(["Breached", "Running"], await region.ClockStatesAsync(duty.Id(), "report.zero", scene.Exercise));

        var seen = await scene.OkAsync(Desk.County, $"/v1/reports/{report.Id()}/acknowledge", new { late = Late(now.AddSeconds(90)) }, roles: [Roles.DutyOfficer]);
        Assert.Equal(now.AddSeconds(90), seen.GetProperty("acknowledgedAt").GetDateTimeOffset());
        Assert.Equal(["Breached", "Met", "Met", "Met"], await region.ClockStatesAsync(report.Id(), "report.acknowledge", scene.Exercise));
        Assert.Equal("RadioLog", Assert.Single(await region.EventsAsync("intake.report-acknowledged.v1", report.Id(), scene.Exercise)).GetProperty("late").Text("ground"));

        // The triage was earlier than the word that the report is there: it meets its own clock, and makes the word no earlier.
        var triaged = await scene.OkAsync(Desk.County, $"/v1/reports/{report.Id()}/triage",
            new { priority = "Urgent", competent = false, late = Late(now.AddSeconds(20)) }, seen.GetProperty("version").GetInt32(), Roles.DutyOfficer);
        Assert.Equal("Triaged", triaged.Text("state"));
        Assert.Equal(["Breached", "Met", "Met", "Met"], await region.ClockStatesAsync(report.Id(), "report.acknowledge", scene.Exercise));
        Assert.Equal(["Met"], await region.ClockStatesAsync(report.Id(), "report.triage", scene.Exercise));
        Assert.Equal(now.AddSeconds(20), Assert.Single(await region.ClocksAsync(report.Id(), "report.transfer", scene.Exercise)).GetProperty("startedAt").GetDateTimeOffset());

        // What was made before the duty began is none of its reports.
        await ZeroAsync(now.AddMinutes(-50));
        Assert.Equal(["Breached", "Running"], await region.ClockStatesAsync(duty.Id(), "report.zero", scene.Exercise));
        // 09:00 in the county is 01:00 UTC: thirteen hours after the exercise began.
        await ZeroAsync(now.AddHours(12));
        Assert.Equal(["Met", "Running"], await region.ClockStatesAsync(duty.Id(), "report.zero", scene.Exercise));

        Task ZeroAsync(DateTimeOffset known) => scene.OkAsync(Desk.County, "/v1/reports", new
        {
            kind = "Zero", source = "Agency", channel = "Written", toAgency = Desk.City, category = "NaturalDisaster", place = new { areaCode = "220221" },
            knownAt = known, content = new { }, tier = "County", toTier = "Prefecture", incidentId = incident, late = Late(known.AddMinutes(30)),
        }, roles: [Roles.DutyOfficer]);
    }

    private static object Late(DateTimeOffset at) => new { doneAt = at, ground = "RadioLog", attestedBy = "DutyLeader", reference = "page 12" };

    private static async Task PointsAtAsync(HttpResponseMessage answer, string rule) =>
        Assert.Equal("/late/doneAt", Assert.Single((await answer.ProblemAsync(400, rule)).GetProperty("errors").EnumerateArray()).Text("pointer"));

    /// <summary>Instants are kept in whole microseconds.</summary>
    private static long Whole(DateTimeOffset at) => at.UtcTicks / 10;
}
