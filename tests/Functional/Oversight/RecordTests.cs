using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Oversight;

/// <summary>The record of a region, and those who look after duties and rights.</summary>
public abstract class RecordTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RecordTests(region), IClassFixture<EmbeddedRegion>
    {
        // It forges a row in the file of the region.
        [Fact]
        public async Task A_changed_fact_breaks_the_chain_of_its_timeline_where_it_stands()
        {
            var scene = await Scene.HeldAsync(region);
            var incident = await scene.IncidentAsync();
            await region.QuietAsync(scene.Exercise);
            await using (var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(region.Folder, "oversight.db")};Pooling=False"))
            {
                await db.OpenAsync();
                await using var forge = db.CreateCommand();
                forge.CommandText = "UPDATE timeline SET facts = replace(facts, '220221', '220222') WHERE upper(timeline) = $id AND sequence = 1";
                forge.Parameters.AddWithValue("$id", incident.ToString().ToUpperInvariant());
                Assert.Equal(1, await forge.ExecuteNonQueryAsync());
            }
            var check = await scene.As("audit", Roles.Auditor).GetJsonAsync($"/v1/incidents/{incident}/timeline/check");
            Assert.False(check.GetProperty("holds").GetBoolean());
            Assert.Equal(1, check.GetProperty("sequence").GetInt32());
        }
    }

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RecordTests(region);

    [Fact]
    public async Task A_timeline_holds_every_event_of_an_incident_once_and_its_chain_is_checked()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.OkAsync("county", $"/v1/incidents/{incident}/confirm", null, 1);
        await region.QuietAsync(scene.Exercise);
        var auditor = scene.As("audit", Roles.Auditor);
        var entries = (await auditor.GetJsonAsync($"/v1/incidents/{incident}/timeline?limit=100")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(e => e.GetProperty("sequence").GetInt32()));
        Assert.Equal(entries.Count, entries.Select(e => e.GetProperty("eventId").GetGuid()).Distinct().Count());
        Assert.Contains(entries, e => e.Text("type") == "command.incident-confirmed.v1");
        var check = await auditor.GetJsonAsync($"/v1/incidents/{incident}/timeline/check");
        Assert.True(check.GetProperty("holds").GetBoolean());
        Assert.Equal(entries.Count, check.GetProperty("sequence").GetInt32());
    }

    [Fact]
    public async Task A_late_report_raises_a_finding_and_its_agency_replies_before_anyone_decides()
    {
        var scene = await Scene.HeldAsync(region);
        await ReportAsync(scene);
        await scene.AdvanceAsync(TimeSpan.FromHours(3));
        var findings = await FindingsAsync(scene, "audit", Roles.Auditor);
        Assert.Contains(findings, f => f.Text("agency") == Desk.County && f.Text("kind") == "LateReport");
        Assert.All(await FindingsAsync(scene, Desk.County, Roles.DutyOfficer), f => Assert.Equal(Desk.County, f.Text("agency")));
        var path = $"/v1/findings/{findings.First(f => f.Text("agency") == Desk.County).Id()}";
        await scene.RefusedAsync(409, "illegal-transition", "audit", $"{path}/decide", new { upheld = true, reason = "Late" }, 1, Roles.Auditor);
        using (var stranger = await scene.As("city", Roles.DutyOfficer).PostAsync($"{path}/reply", new { reply = "Not ours" }, 1)) await stranger.ProblemAsync(404, "not-found");
        await scene.OkAsync(Desk.County, $"{path}/reply", new { reply = "The line was down" }, 1, Roles.DutyOfficer);
        var decided = await scene.OkAsync("audit", $"{path}/decide", new { upheld = false, reason = "An outage is no fault" }, 2, Roles.Auditor);
        Assert.Equal("Dismissed", decided.Text("state"));
    }

    [Fact]
    public async Task A_complaint_about_a_responder_is_never_shown_to_the_agency_complained_of()
    {
        using var taken = await region.Anonymous().PostAsync("/v1/responder-complaints", new { agency = "fire", words = "Nobody came to the third floor", contact = "600 0000" });
        var id = (await taken.JsonAsync()).Id();
        Assert.DoesNotContain(await ComplaintsAsync("fire"), c => c.Id() == id);
        var seen = Assert.Single(await ComplaintsAsync("audit"), c => c.Id() == id);
        Assert.Equal("Nobody came to the third floor", seen.Text("words"));
        using var own = await region.As("fire", Roles.Auditor).PostAsync($"/v1/responder-complaints/{id}/answer", null, 1);
        await own.ProblemAsync(404, "not-found");
        using var answered = await region.As("audit", Roles.Auditor).PostAsync($"/v1/responder-complaints/{id}/answer", null, 1);
        Assert.Equal("Answered", (await answered.JsonAsync()).Text("state"));
    }

    [Theory, InlineData("甄某"), InlineData("Mr Zhen 19999990000"), InlineData("Fire")]
    public async Task A_finding_and_a_complaint_name_an_agency_and_never_a_person(string name)
    {
        using var finding = await region.As("audit", Roles.Auditor).PostAsync("/v1/findings", new { kind = "LateReport", agency = name, evidenceId = Guid.CreateVersion7() });
        Assert.Equal("/agency", (await finding.ProblemAsync(400, "agency")).GetProperty("errors")[0].Text("pointer"));
        using var complaint = await region.Anonymous().PostAsync("/v1/responder-complaints", new { agency = name, words = "Nobody came" });
        Assert.Equal("/agency", (await complaint.ProblemAsync(400, "agency")).GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task A_zero_report_that_was_missed_raises_a_finding_about_the_body_that_owed_it()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, Desk.County);
        await region.QuietAsync(scene.Exercise);
        await scene.OkAsync(Desk.County, "/v1/reporting-duties", new { incidentId = incident, kind = "ZeroReport", agency = Desk.County, tier = "County" }, roles: [Roles.DutyOfficer]);
        await region.QuietAsync(scene.Exercise);
        await scene.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.Contains(await FindingsAsync(scene, "audit", Roles.Auditor), f => f.Text("agency") == Desk.County && f.Text("kind") == "LateReport" && f.GetProperty("incidentId").GetGuid() == incident);
        await region.QuietAsync(scene.Exercise);
        Assert.Contains("oversight.finding-changed.v1", await TimelineAsync("audit", Roles.Auditor));
        var shared = await TimelineAsync("county", Roles.Commander);
        Assert.Contains("command.incident-opened.v1", shared);
        Assert.DoesNotContain("oversight.finding-changed.v1", shared);

        async Task<List<string>> TimelineAsync(string agency, string role) =>
            [.. (await scene.As(agency, role).GetJsonAsync($"/v1/incidents/{incident}/timeline?limit=100")).GetProperty("items").EnumerateArray().Select(e => e.Text("type"))];
    }

    [Theory, InlineData("2"), InlineData("met"), InlineData("Met,Breached"), InlineData("")]
    public async Task A_filter_is_a_name_of_the_list_and_one(string state)
    {
        using var answer = await region.As("audit", Roles.Auditor).GetAsync($"/v1/clock-board?state={state}");
        var problem = await answer.ProblemAsync(400, "parameter");
        Assert.Equal("?state", problem.GetProperty("errors")[0].Text("pointer"));
    }

    private async Task ReportAsync(Scene scene)
    {
        var now = await scene.NowAsync();
        var body = Desk.Report(Desk.Whole(occurredAt: now.AddMinutes(-30))).With("knownAt", now.AddMinutes(-10));
        using var sent = await scene.As(Desk.Township, Roles.Reporter).PostAsync("/v1/reports", body);
        var report = await sent.JsonAsync();
        await scene.OkAsync(Desk.County, $"/v1/reports/{report.Id()}/acknowledge", roles: Roles.DutyOfficer);
        await scene.OkAsync(Desk.County, $"/v1/reports/{report.Id()}/triage", new { priority = "LifeSafety", reportUpward = true }, 2, Roles.DutyOfficer);
    }

    private static async Task<List<JsonElement>> FindingsAsync(Scene scene, string agency, string role) =>
        [.. (await scene.As(agency, role).GetJsonAsync("/v1/findings?limit=100")).GetProperty("items").EnumerateArray()];

    private async Task<List<JsonElement>> ComplaintsAsync(string agency) =>
        [.. (await region.As(agency, Roles.Auditor).GetJsonAsync("/v1/responder-complaints?limit=100")).GetProperty("items").EnumerateArray()];
}
