using System.Net;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Intake;

public abstract class ReportTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ReportTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ReportTests(region);

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
        Assert.Equal(["Running"], await region.ClockStatesAsync(report.Id(), "report.upward"));

        using var answer = await sender.PostAsync($"/v1/reports/{report.Id()}/complete", new { content = new { casualties = Desk.Counts(("Missing", 6)) } });
        Assert.Equal("Complete", (await answer.JsonAsync()).Text("check"));
        Assert.Equal(["Met", "Running"], await region.ClockStatesAsync(report.Id(), "report.upward"));
        Assert.Single(await region.EventsAsync("intake.report-returned.v1", report.Id()));
        Assert.Single(await region.EventsAsync("intake.report-completed.v1", report.Id()));
    }

    [Fact]
    public async Task A_returned_report_may_be_passed_up_at_once_and_its_sender_still_owes_the_rest()
    {
        var sender = region.Sender();
        var report = await sender.SendAsync(Desk.Report(Desk.Whole().With("casualties", Desk.Counts(("Dead", 0)))));
        await region.Officer().DecideAsync($"/v1/reports/{report.Id()}", "triage", new { priority = "Urgent", reportUpward = true });
        Assert.Equal(["Running", "Running"], await region.ClockStatesAsync(report.Id(), "report.upward"));
        await region.Officer().DecideAsync($"/v1/reports/{report.Id()}", "relay", new { toAgency = Desk.City, toTier = "Prefecture" });
        Assert.Equal(["Running", "Met"], await region.ClockStatesAsync(report.Id(), "report.upward"));
        using var answer = await sender.PostAsync($"/v1/reports/{report.Id()}/complete", new { content = new { casualties = Desk.Counts(("Missing", 6)) } });
        Assert.Equal("Complete", (await answer.JsonAsync()).Text("check"));
        Assert.Equal(["Met", "Met"], await region.ClockStatesAsync(report.Id(), "report.upward"));
    }

    [Fact]
    public async Task Each_tier_reports_upward_within_its_own_time()
    {
        var knownAt = DateTimeOffset.UtcNow.AddMinutes(-70);
        var report = await region.Sender().SendAsync(Desk.Report(Desk.Whole(occurredAt: knownAt)).With("knownAt", knownAt));
        var clocks = await region.ClocksAsync(report.Id(), "report.upward");
        Assert.Equal(["MetLate", "Running"], clocks.Select(c => c.Text("state")));
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.FromHours(2)], clocks.Select(Length));
        Assert.Equal(report.GetProperty("receivedAt").GetDateTimeOffset(), clocks[1].GetProperty("startedAt").GetDateTimeOffset());

        var upper = await region.Officer().DecideAsync($"/v1/reports/{report.Id()}", "relay", new { toAgency = Desk.City, toTier = "Prefecture" });
        Assert.Equal(Desk.City, upper.Text("agency"));
        Assert.Equal(["MetLate", "Met"], await region.ClockStatesAsync(report.Id(), "report.upward"));
        Assert.Equal(["Running"], await region.ClockStatesAsync(upper.Id(), "report.upward"));
        static TimeSpan Length(JsonElement c) => c.GetProperty("dueAt").GetDateTimeOffset() - c.GetProperty("startedAt").GetDateTimeOffset();
    }

    [Fact]
    public async Task A_skipped_level_gets_its_copy()
    {
        var report = await region.Sender().SendAsync();
        var path = $"/v1/reports/{report.Id()}/relay";
        using var silent = await region.Officer().PostAsync(path, new { toAgency = "province-duty", toTier = "Province" }, 1);
        await silent.ProblemAsync(409, "skipped-level-not-copied");
        using var down = await region.Officer().PostAsync(path, new { toAgency = "village", toTier = "Township" }, 1);
        await down.ProblemAsync(400, "not-above");

        var upper = await region.Officer().DecideAsync($"/v1/reports/{report.Id()}", "relay",
            new { toAgency = "province-duty", toTier = "Province", copies = new[] { new { tier = "Prefecture", agency = Desk.City } } });
        var told = Assert.Single(await region.EventsAsync("intake.report-relayed.v1", report.Id()));
        Assert.Equal(Desk.City, Assert.Single(told.GetProperty("skipped").EnumerateArray()).Text("agency"));
        var copy = Assert.Single((await region.Officer(Desk.City).GetJsonAsync($"/v1/reports?seriesId={report.Id()}")).GetProperty("items").EnumerateArray());
        Assert.Equal(Desk.City, copy.Text("agency"));
        Assert.NotEqual(copy.Id(), upper.Id());
    }

    [Fact]
    public async Task The_tree_knows_who_keeps_the_duty_of_a_skipped_level()
    {
        var operatorOfRegion = region.As("region", Roles.Operator);
        foreach (var (code, tier, parent) in ((string, string, string?)[])[("370000", "Province", null), ("370300", "Prefecture", "370000"), ("370321", "County", "370300")])
        {
            using var set = await operatorOfRegion.PutAsync(
                $"/v1/jurisdictions/{code}", $$"""{"tier":"{{tier}}","parent":{{(parent is null ? "null" : $"\"{parent}\"")}},"name":"{{code}}","nameZh":"{{code}}"}""");
            await set.JsonAsync();
        }
        using var granted = await operatorOfRegion.PostAsync("/v1/authority-grants", new { agency = "zibo-duty", jurisdiction = "370300", power = "KeepDuty", basis = "order 1" });
        await granted.JsonAsync();
        await region.QuietAsync();

        var report = await region.Sender().SendAsync(Desk.Report(place: Desk.Place(area: "370321")));
        await region.Officer().DecideAsync($"/v1/reports/{report.Id()}", "relay", new { toAgency = "shandong-duty", toTier = "Province" });
        var told = Assert.Single(await region.EventsAsync("intake.report-relayed.v1", report.Id()));
        Assert.Equal("zibo-duty", Assert.Single(told.GetProperty("skipped").EnumerateArray()).Text("agency"));

        using var seen = await region.Anonymous().PostAsync("/v1/public-reports", new { category = "Accident", place = new { areaCode = "370321" }, situation = "smoke" });
        var id = (await seen.JsonAsync()).Id();
        Assert.Equal("zibo-duty", (await region.As("region", Roles.Auditor).GetJsonAsync($"/v1/reports/{id}")).Text("agency"));
    }

    [Fact]
    public async Task Who_is_not_competent_hands_the_report_over_and_the_clock_stops()
    {
        var report = await region.Sender().SendAsync();
        var officer = region.Officer();
        var path = $"/v1/reports/{report.Id()}";
        await officer.DecideAsync(path, "triage", new { priority = "LifeSafety", competent = false });
        Assert.Equal(["Running"], await region.ClockStatesAsync(report.Id(), "report.transfer"));
        await officer.DecideAsync(path, "begin-verification");
        var theirs = await officer.DecideAsync(path, "transfer", new { toAgency = "fire" });
        Assert.Equal(["Met"], await region.ClockStatesAsync(report.Id(), "report.transfer"));
        Assert.Equal(("Received", "fire"), (theirs.Text("state"), theirs.Text("agency")));
        Assert.Equal("Triaged", (await region.Officer("fire").DecideAsync($"/v1/reports/{theirs.Id()}", "triage", new { priority = "Urgent" })).Text("state"));
    }

    [Fact]
    public async Task Supplements_are_numbered_and_a_correction_replaces_nothing_silently()
    {
        var sender = region.Sender();
        var first = await sender.SendAsync();
        var one = await sender.SendAsync(Next("Supplement"));
        var two = await sender.SendAsync(Next("Supplement"));
        Assert.Equal([1, 2], new[] { one, two }.Select(s => s.GetProperty("number").GetInt32()));
        Assert.Equal(first.Id(), two.GetProperty("seriesId").GetGuid());
        var correction = await sender.SendAsync(Next("Correction"));
        Assert.Equal(correction.Id(), (await sender.GetJsonAsync($"/v1/reports/{first.Id()}")).GetProperty("supersededById").GetGuid());
        using var lost = await sender.PostAsync("/v1/reports", Next("Supplement").With("priorReportId", Guid.CreateVersion7()));
        await lost.ProblemAsync(400, "unknown-report");
        using var foreign = await region.Sender("other-town").PostAsync("/v1/reports", Next("Supplement"));
        await foreign.ProblemAsync(400, "unknown-report");

        Dictionary<string, object?> Next(string kind) => Desk.Report().With("kind", kind).With("priorReportId", first.Id());
    }

    [Fact]
    public async Task A_final_report_of_a_disaster_is_verified_in_working_days()
    {
        var sender = region.Sender();
        var first = await sender.SendAsync();
        var whole = Desk.Whole().With("cause", "rain").With("lossMinor", 1_000_000).With("trend", "Easing").With("measures", "dykes").With("needs", "none").With("signedBy", "head of office")
            .With("casualties", Desk.Counts(("Dead", 13), ("Missing", 6), ("Injured", 2), ("Trapped", 0)));
        var final = await sender.SendAsync(Desk.Report(whole).With("kind", "Final").With("priorReportId", first.Id()));
        Assert.Equal("Complete", final.Text("check"));
        Assert.Equal(["Running"], await region.ClockStatesAsync(first.Id(), "report.verified-final"));
        // It goes up: the next tier has its own time for it, and the one below is done by what reaches it.
        await region.Officer().DecideAsync($"/v1/reports/{final.Id()}", "relay", new { toAgency = Desk.City, toTier = "Prefecture" });
        Assert.Equal(["Running", "Running"], await region.ClockStatesAsync(first.Id(), "report.verified-final"));
        await sender.SendAsync(Desk.Report(whole).With("kind", "VerifiedFinal").With("priorReportId", first.Id()));
        Assert.Equal(["Met", "Running"], (await region.ClockStatesAsync(first.Id(), "report.verified-final")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_the_handling_agency_decides_and_only_parties_read()
    {
        var id = (await region.Sender().SendAsync()).Id();
        using var foreign = await region.Officer("fire").PostAsync($"/v1/reports/{id}/triage", new { priority = "Urgent" }, 1);
        await foreign.ProblemAsync(404, "not-found");
        using var sent = await region.Officer(Desk.Township).PostAsync($"/v1/reports/{id}/triage", new { priority = "Urgent" }, 1);
        await sent.ProblemAsync(403, "not-handling-agency");
        using var hidden = await region.Officer("fire").GetAsync($"/v1/reports/{id}");
        await hidden.ProblemAsync(404, "not-found");
        foreach (var reader in (ApiClient[])[region.Sender(), region.Officer(), region.As("audit", Roles.Auditor)])
            Assert.Equal(id, (await reader.GetJsonAsync($"/v1/reports/{id}")).Id());
        using var role = await region.Sender(Desk.County).PostAsync($"/v1/reports/{id}/triage", new { priority = "Urgent" }, 1);
        Assert.Equal(HttpStatusCode.Forbidden, role.StatusCode);
    }

    [Fact]
    public async Task A_decision_is_made_on_the_newest_version_and_in_the_order_of_the_table()
    {
        var id = (await region.Sender().SendAsync()).Id();
        var officer = region.Officer();
        using var blind = await officer.PostAsync($"/v1/reports/{id}/triage", new { priority = "Urgent" });
        await blind.ProblemAsync(428, "if-match-required");
        using var stale = await officer.PostAsync($"/v1/reports/{id}/triage", new { priority = "Urgent" }, 7);
        await stale.ProblemAsync(412, "stale-version");
        using var early = await officer.PostAsync($"/v1/reports/{id}/verify", new { }, 1);
        await early.ProblemAsync(409, "illegal-transition");
        Assert.Equal(1, (await officer.GetJsonAsync($"/v1/reports/{id}")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Unfounded_is_not_the_end_when_it_was_wrong()
    {
        var id = (await region.Sender().SendAsync()).Id();
        var officer = region.Officer();
        await officer.DecideAsync($"/v1/reports/{id}", "triage", new { priority = "Routine" });
        await officer.DecideAsync($"/v1/reports/{id}", "begin-verification");
        await officer.DecideAsync($"/v1/reports/{id}", "mark-unfounded", new { reason = "NothingFound" });
        Assert.Equal(["Met", "Cancelled"], await region.ClockStatesAsync(id, "report.upward"));
        Assert.Equal("Reopened", (await officer.DecideAsync($"/v1/reports/{id}", "reopen")).Text("state"));
        Assert.Equal(["Met", "Cancelled", "Running"], await region.ClockStatesAsync(id, "report.upward"));
        await officer.DecideAsync($"/v1/reports/{id}", "begin-verification");
        Assert.Equal("Verified", (await officer.DecideAsync($"/v1/reports/{id}", "verify", new { casualties = Desk.Counts(("Dead", 1)) })).Text("state"));
    }

    [Fact]
    public async Task A_duplicate_names_the_report_that_already_says_it()
    {
        var (first, second) = ((await region.Sender().SendAsync()).Id(), (await region.Sender().SendAsync()).Id());
        var officer = region.Officer();
        await officer.DecideAsync($"/v1/reports/{second}", "triage", new { priority = "Routine" });
        await officer.DecideAsync($"/v1/reports/{second}", "begin-verification");
        using var nowhere = await officer.PostAsync($"/v1/reports/{second}/mark-duplicate", new { ofReportId = Guid.CreateVersion7() }, 3);
        await nowhere.ProblemAsync(400, "unknown-report");
        var foreign = (await region.Sender("rail-bureau").SendAsync(Desk.Report().With("toAgency", Desk.City))).Id();
        using var hidden = await officer.PostAsync($"/v1/reports/{second}/mark-duplicate", new { ofReportId = foreign }, 3);
        await hidden.ProblemAsync(400, "unknown-report");
        var marked = await officer.DecideAsync($"/v1/reports/{second}", "mark-duplicate", new { ofReportId = first });
        Assert.Equal(first, marked.GetProperty("duplicateOf").GetGuid());
    }

    [Theory]
    [InlineData("toAgency", "\"Mr Wang 138\"", "/toAgency", "code")]
    [InlineData("knownAt", "\"2199-01-01T00:00:00Z\"", "/knownAt", "not-in-future")]
    [InlineData("category", "\"MassIncident\"", "/category", "type")]
    [InlineData("kind", "\"Rumour\"", "/kind", "type")]
    [InlineData("source", "\"Informant\"", "/source", "type")]
    [InlineData("source", "\"Public\"", "/source", "public-door")]
    [InlineData("toTier", "\"Village\"", "/toTier", "not-above")]
    [InlineData("place", """{"areaCode":"220221","latitude":91,"longitude":0}""", "/place/latitude", "range")]
    [InlineData("place", """{"areaCode":"220221","latitude":0,"longitude":-180.1}""", "/place/longitude", "range")]
    [InlineData("place", """{"areaCode":"220221","latitude":45}""", "/place/longitude", "coordinate")]
    [InlineData("place", """{"areaCode":"22-021"}""", "/place/areaCode", "area-code")]
    [InlineData("content", """{"eventKind":"Petition"}""", "/content/eventKind", "type")]
    [InlineData("content", """{"eventCode":"14A01"}""", "/content/eventCode", "unknown-event-code")]
    [InlineData("content", """{"eventKind":"Transport"}""", "/content/eventKind", "kind-of-another-category")]
    [InlineData("content", """{"casualties":[{"kind":"Dead","count":-1}]}""", "/content/casualties/0/count", "range")]
    [InlineData("content", """{"casualties":[null]}""", "/content/casualties/0", "null")]
    [InlineData("content", """{"names":["a"]}""", "/content/names", "unknown-member")]
    [InlineData("person", "\"somebody\"", "/person", "unknown-member")]
    public async Task What_is_wrong_is_named_and_nothing_is_kept(string member, string json, string pointer, string rule)
    {
        using var answer = await region.Sender().PostAsync("/v1/reports", Desk.Report().With(member, JsonSerializer.Deserialize<JsonElement>(json)));
        var problem = await answer.ProblemAsync(400, rule);
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => e.Text("pointer") == pointer);
    }
}
