using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;

namespace Coordination.Tests.Functional.Intake;

/// <summary>What time does to Intake, in exercises whose time is jumped.</summary>
public abstract class ExerciseTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ExerciseTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ExerciseTests(region);

    [Fact]
    public async Task An_unacknowledged_report_climbs_the_chain_minute_by_minute()
    {
        var scene = await Scene.HeldAsync(region);
        var report = await SendAsync(scene);
        var held = await scene.OkAsync("sms-gateway", "/v1/gateway-messages", new { messageId = "1", channel = "ShortMessage", text = "help" }, roles: [Roles.Integration]);
        var document = await scene.OkAsync("call-centre", "/v1/report-documents", new { format = "Eido", content = Convert.ToBase64String("{}"u8) }, roles: [Roles.Integration]);
        await scene.AdvanceAsync(TimeSpan.FromSeconds(130));
        var asked = await region.EventsAsync("intake.report-escalated.v1", report.Id(), scene.Exercise);
        Assert.Equal(["duty-officer", "duty-leader"], asked.Select(e => e.Text("toRole")));
        using var seen = await scene.As(Desk.County, Roles.DutyOfficer).PostAsync($"/v1/reports/{report.Id()}/acknowledge");
        await seen.JsonAsync();
        await scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["Breached", "Breached", "Met"], await region.ClockStatesAsync(report.Id(), "report.acknowledge", scene.Exercise));
        Assert.Equal(["Breached"], await region.ClockStatesAsync(report.Id(), "report.triage", scene.Exercise));

        // A message or a document at which nobody looks asks the same people, quarter of an hour by quarter of an hour.
        await scene.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(["duty-officer", "duty-leader"], (await region.EventsAsync("intake.message-escalated.v1", held.Id(), scene.Exercise)).Select(e => e.Text("toRole")));
        Assert.Equal(["duty-officer", "duty-leader"], (await region.EventsAsync("intake.document-escalated.v1", document.Id(), scene.Exercise)).Select(e => e.Text("toRole")));
    }

    [Fact]
    public async Task A_returned_report_breaches_and_the_upward_clocks_count_exercise_time()
    {
        var scene = await Scene.HeldAsync(region);
        var content = Content(await scene.NowAsync()).With("casualties", Desk.Counts(("Dead", 0)));
        var report = await SendAsync(scene, content);
        Assert.Equal("Returned", report.Text("check"));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.Equal(["Breached"], await region.ClockStatesAsync(report.Id(), "report.upward", scene.Exercise));
        using var done = await scene.As(Desk.Township, Roles.Reporter).PostAsync($"/v1/reports/{report.Id()}/complete", new { content = new { casualties = Desk.Counts(("Missing", 6)) } });
        await done.JsonAsync();
        Assert.Equal(["MetLate", "Running"], await region.ClockStatesAsync(report.Id(), "report.upward", scene.Exercise));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(60));
        Assert.Equal(["MetLate", "Breached"], await region.ClockStatesAsync(report.Id(), "report.upward", scene.Exercise));
    }

    [Fact]
    public async Task A_zero_report_is_owed_every_morning_and_a_missed_one_stays_missed()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = Guid.CreateVersion7();
        var duty = await scene.OkAsync(Desk.County, "/v1/reporting-duties", new { incidentId = incident, kind = "ZeroReport", agency = Desk.County, tier = "County" }, roles: [Roles.DutyOfficer]);
        await scene.RefusedAsync(409, "duty-runs", Desk.County, "/v1/reporting-duties",
            new { incidentId = incident, kind = "ZeroReport", agency = Desk.County, tier = "County" }, roles: [Roles.DutyOfficer]);

        // 2010-07-27 20:00 in the region; the report of the 28th 09:00 is sent, that of the 29th is not.
        await scene.AdvanceAsync(TimeSpan.FromHours(12));
        await ZeroAsync(scene, incident);
        await ZeroAsync(scene, incident);
        Assert.Equal(["Met", "Scheduled"], await States());
        await scene.AdvanceAsync(TimeSpan.FromHours(26));
        Assert.Equal(["Met", "Breached", "Running"], await States());
        Assert.Equal(["2010-07-28T01:00", "2010-07-29T01:00", "2010-07-30T01:00"],
            (await region.ClocksAsync(duty.Id(), "report.zero", scene.Exercise)).Select(c => c.GetProperty("dueAt").GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        await scene.OkAsync(Desk.County, $"/v1/reporting-duties/{duty.Id()}/end", null, 1, Roles.DutyOfficer);
        Assert.Equal(["Met", "Breached", "Cancelled"], await States());

        Task<List<string>> States() => region.ClockStatesAsync(duty.Id(), "report.zero", scene.Exercise);
    }

    [Fact]
    public async Task A_contact_is_destroyed_before_its_retention_ends()
    {
        var scene = await Scene.HeldAsync(region);
        var report = await SendAsync(scene, contacts: new { reporter = "Canary Retention" });
        await scene.AdvanceAsync(TimeSpan.FromDays(89));
        Assert.Equal(["Met"], await region.ClockStatesAsync(report.Id(), "report.contact-retention", scene.Exercise));
        Assert.Equal("RetentionEnded", Assert.Single(await region.EventsAsync("intake.contact-destroyed.v1", report.Id(), scene.Exercise)).Text("reason"));
        Assert.False((await scene.As(Desk.County, Roles.DutyOfficer).GetJsonAsync($"/v1/reports/{report.Id()}")).GetProperty("hasContact").GetBoolean());
    }

    [Fact]
    public async Task A_patrol_that_was_missed_is_owed_again_the_next_day()
    {
        var scene = await Scene.HeldAsync(region);
        var hazard = await scene.OkAsync(Desk.County, "/v1/hazards", new { kind = "Slope", ownerAgency = "street", place = Desk.Place(), name = "slope 7" }, roles: [Roles.DutyOfficer]);
        await scene.OkAsync(Desk.County, $"/v1/hazards/{hazard.Id()}/register", new { inspections = new[] { "Patrol" } }, 1, Roles.DutyOfficer);
        await scene.AdvanceAsync(TimeSpan.FromHours(50));
        Assert.Equal(["Breached", "Breached", "Running"], await region.ClockStatesAsync(hazard.Id(), "hazard.patrol", scene.Exercise));
    }

    [Fact]
    public async Task A_silent_sensor_goes_offline_and_so_does_a_missed_count_once()
    {
        var scene = await Scene.HeldAsync(region);
        var river = await scene.OkAsync("water", "/v1/indicators", new
        {
            kind = "RiverLevel", eventKind = "FloodOrDrought", eventCode = "11A51", place = Desk.Place(), silentAfterMinutes = 10,
            thresholds = new[] { new { level = "Yellow", value = 5.5 }, new { level = "Red", value = 7.0 } },
        }, roles: [Roles.Integration]);
        await TakeAsync(6, "Sensor");
        await scene.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Equal("Offline", await StateAsync());
        Assert.Equal("Yellow", (await TakeAsync(6, "Manual")).Text("state"));
        await scene.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Equal("Offline", await StateAsync());
        Assert.Equal(["Met", "Breached", "Breached"], await region.ClockStatesAsync(river.Id(), "indicator.manual-count", scene.Exercise));
        Assert.Equal("Red", (await TakeAsync(7.2, "Sensor")).Text("state"));
        Assert.Equal(["Yellow", "Offline", "Yellow", "Offline", "Red"],
            (await region.EventsAsync("intake.indicator-level-changed.v1", river.Id(), scene.Exercise)).Select(e => e.Text("state")));

        async Task<JsonElement> TakeAsync(double value, string method) =>
            await scene.OkAsync("water", $"/v1/indicators/{river.Id()}/readings", new { value, takenAt = await scene.NowAsync(), method }, roles: [Roles.Integration]);
        async Task<string> StateAsync() => (await scene.As("water", Roles.Integration).GetJsonAsync($"/v1/indicators/{river.Id()}")).Text("state");
    }

    [Fact]
    public async Task A_crowd_is_clear_when_readings_have_shown_it_for_half_an_hour()
    {
        var scene = await Scene.HeldAsync(region);
        var venue = await scene.OkAsync("street", "/v1/hazards", new { kind = "VenueCapacity", ownerAgency = "street", place = Desk.Place(), name = "hall", capacity = 2000 }, roles: [Roles.Reporter]);
        var crowd = await scene.OkAsync("street", "/v1/indicators", new { kind = "CrowdOccupancy", eventKind = "CrowdSafety", place = Desk.Place(), hazardId = venue.Id() }, roles: [Roles.Integration]);
        foreach (var (minutes, count, state) in ((int, int, string)[])[(0, 2000, "Orange"), (5, 1500, "Orange"), (20, 1400, "Orange"), (10, 1300, "Cleared")])
        {
            await scene.AdvanceAsync(TimeSpan.FromMinutes(minutes));
            var now = await scene.OkAsync("street", $"/v1/indicators/{crowd.Id()}/readings", new { value = count, takenAt = await scene.NowAsync() }, roles: [Roles.Integration]);
            Assert.Equal(state, now.Text("state"));
        }
    }

    [Fact]
    public async Task What_an_exercise_reports_stays_in_it()
    {
        var scene = await Scene.HeldAsync(region);
        var report = await SendAsync(scene);
        using var real = await region.Officer().PostAsync($"/v1/reports/{report.Id()}/triage", new { priority = "Urgent" }, 1);
        await real.ProblemAsync(409, "exercise-mismatch");
        Assert.Equal(0, (await region.Officer().GetJsonAsync($"/v1/reports?seriesId={report.Id()}")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_end_of_an_incident_ends_the_duties_and_destroys_the_contacts()
    {
        var scene = await Scene.HeldAsync(region);
        var report = await SendAsync(scene, contacts: new { reporter = "Canary Closed" });
        var officer = scene.As(Desk.County, Roles.DutyOfficer);
        await officer.DecideAsync($"/v1/reports/{report.Id()}", "triage", new { priority = "Urgent" });
        await officer.DecideAsync($"/v1/reports/{report.Id()}", "begin-verification");
        await officer.DecideAsync($"/v1/reports/{report.Id()}", "verify", new { });
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, Desk.County);
        await region.QuietAsync(scene.Exercise);
        await officer.DecideAsync($"/v1/reports/{report.Id()}", "link", new { incidentId = incident });
        var duty = await scene.OkAsync(Desk.County, "/v1/reporting-duties", new { incidentId = incident, kind = "ZeroReport", agency = Desk.County, tier = "County" }, roles: [Roles.DutyOfficer]);
        foreach (var verb in (string[])["confirm", "activate", "stabilise", "end-response", "begin-recovery", "begin-review", "close"]) await MoveAsync(scene, incident, verb);
        await region.QuietAsync(scene.Exercise);
        Assert.Equal(["Cancelled"], await region.ClockStatesAsync(duty.Id(), "report.zero", scene.Exercise));
        Assert.False((await officer.GetJsonAsync($"/v1/reports/{report.Id()}")).GetProperty("hasContact").GetBoolean());
        Assert.Equal("NoLongerNeeded", Assert.Single(await region.EventsAsync("intake.contact-destroyed.v1", incident, scene.Exercise)).Text("reason"));
    }

    private static async Task MoveAsync(Scene scene, Guid incident, string verb)
    {
        var who = scene.As("county", Roles.Commander, Roles.DutyOfficer);
        var version = (await who.GetJsonAsync($"/v1/incidents/{incident}")).GetProperty("version").GetInt32();
        using var answer = await who.PostAsync($"/v1/incidents/{incident}/{verb}", null, version);
        await answer.JsonAsync();
    }

    private static Dictionary<string, object?> Content(DateTimeOffset now) => Desk.Whole(occurredAt: now.AddMinutes(-30));

    private static async Task<JsonElement> SendAsync(Scene scene, object? content = null, object? contacts = null)
    {
        var now = await scene.NowAsync();
        var body = Desk.Report(content ?? Content(now)).With("knownAt", now).With("contacts", contacts);
        return await scene.OkAsync(Desk.Township, "/v1/reports", body, roles: [Roles.Reporter]);
    }

    private static async Task ZeroAsync(Scene scene, Guid incident) => await scene.OkAsync(Desk.County, "/v1/reports", new
    {
        kind = "Zero", source = "Agency", channel = "Online", toAgency = Desk.City, category = "NaturalDisaster", place = new { areaCode = "220221" },
        knownAt = await scene.NowAsync(), content = new { }, tier = "County", toTier = "Prefecture", incidentId = incident,
    }, roles: [Roles.DutyOfficer]);
}
