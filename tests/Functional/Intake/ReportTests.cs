namespace Coordination.Tests.Functional.Intake;

public sealed class ReportTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    [Fact]
    public async Task A_report_goes_from_the_township_to_an_incident()
    {
        var report = await region.VerifiedAsync();
        Assert.Equal("Verified", report.Text("state"));
        var incident = Guid.CreateVersion7();
        var linked = await region.Officer().DecideAsync($"/v1/reports/{report.Id()}", "link", new { incidentId = incident });
        Assert.Equal("LinkedToIncident", linked.Text("state"));
        var told = Assert.Single(await region.EventsAsync("intake.report-linked.v1", incident));
        Assert.Equal("FloodOrDrought", told.GetProperty("facts").Text("kind"));
        Assert.Equal("11A01", told.GetProperty("facts").Text("eventCode"));
    }

    [Fact]
    public async Task A_report_without_the_missing_count_is_returned_and_its_clock_runs_until_it_is_complete()
    {
        var sender = region.Sender();
        var content = Desk.Whole().With("casualties", Desk.Counts(("Dead", 0)));
        var report = await sender.SendAsync(Desk.Report(content));
        Assert.Equal("Returned", report.Text("check"));
        Assert.Equal(["MissingCount"], report.Texts("missing"));
        Assert.Equal("Running", Assert.Single(await region.ClocksAsync(report.Id(), "report.upward")).Text("state"));

        using var answer = await sender.PostAsync($"/v1/reports/{report.Id()}/complete", new { content = new { casualties = Desk.Counts(("Missing", 6)) } });
        Assert.Equal("Complete", (await answer.JsonAsync()).Text("check"));
        var clocks = await region.ClocksAsync(report.Id(), "report.upward");
        Assert.Equal(["Met", "Running"], clocks.Select(c => c.Text("state")));
        Assert.Single(await region.EventsAsync("intake.report-returned.v1", report.Id()));
        Assert.Single(await region.EventsAsync("intake.report-completed.v1", report.Id()));
    }

    [Fact]
    public async Task Each_tier_reports_upward_within_its_own_time()
    {
        var knownAt = DateTimeOffset.UtcNow.AddMinutes(-70);
        var report = await region.Sender().SendAsync(Desk.Report(Desk.Whole(occurredAt: knownAt)).With("knownAt", knownAt));
        var clocks = await region.ClocksAsync(report.Id(), "report.upward");
        Assert.Equal(["MetLate", "Running"], clocks.Select(c => c.Text("state")));
        Assert.Equal(TimeSpan.FromHours(1), Length(clocks[0]));
        Assert.Equal(TimeSpan.FromHours(2), Length(clocks[1]));
        Assert.Equal(report.GetProperty("receivedAt").GetDateTimeOffset(), clocks[1].GetProperty("startedAt").GetDateTimeOffset());

        var upper = await region.Officer().DecideAsync($"/v1/reports/{report.Id()}", "relay", new { toAgency = Desk.City, toTier = "Prefecture" });
        Assert.Equal(Desk.City, upper.Text("agency"));
        Assert.Equal(["MetLate", "Met"], (await region.ClocksAsync(report.Id(), "report.upward")).Select(c => c.Text("state")));
        Assert.Equal("Running", Assert.Single(await region.ClocksAsync(upper.Id(), "report.upward")).Text("state"));
        static TimeSpan Length(System.Text.Json.JsonElement c) => c.GetProperty("dueAt").GetDateTimeOffset() - c.GetProperty("startedAt").GetDateTimeOffset();
    }
}
