using System.Net.Http.Headers;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Situation;

public abstract class SituationReportTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : SituationReportTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : SituationReportTests(region);

    [Fact]
    public async Task At_any_moment_the_record_says_how_it_stands_as_json_and_as_a_page_in_the_readers_language()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var path = $"/v1/incidents/{incident}";
        var now = await scene.NowAsync();
        await scene.JoinAsync(incident, "city");
        await scene.StepsAsync("/v1/incidents", await scene.ReadAsync(path), ("county", "confirm", null), ("county", "activate", null));
        await scene.OkAsync("county", $"{path}/acting-command");
        foreach (var (scope, source, dead) in ((string, string?, int)[])[("Total", null, 13), ("Partial", "hospital-1", 15)])
            await scene.OkAsync("county", $"{path}/casualties", new { counts = new[] { new { kind = "Dead", count = dead } }, occurredAt = now, knownAt = now, scope, source });
        await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = new { kind = "Rescue", instruction = "<b>Boats</b> to Li", toAgency = "fire", addresseeKind = "Agency", addressee = "fire" } });
        await scene.AdvanceAsync(TimeSpan.FromMinutes(5));

        var report = await scene.ReadAsync($"{path}/situation-report");
        var parts = report.GetProperty("report");
        Assert.Equal((incident, "Response", "Unsure", true), (report.GetProperty("incidentID")[0].GetGuid(), report.GetProperty("incidentLifecyclePhase").GetString(),
            report.GetProperty("reportConfidence").GetString(), report.GetProperty("isExercise").GetBoolean()));
        Assert.Equal("county", parts.GetProperty("situationInformation").GetProperty("command").GetProperty("lead").GetString());
        Assert.Equal(2, parts.GetProperty("casualtyAndIllnessSummary")[0].GetProperty("figures").GetArrayLength());
        var management = parts.GetProperty("managementReportingSummary");
        Assert.Equal((1, 1), (management.GetProperty("ordersOpen").GetInt32(), management.GetProperty("ordersOverdue").GetInt32()));
        Assert.Equal(["command.commander-changed.v1", "command.incident-activated.v1", "command.incident-confirmed.v1"],
            management.GetProperty("lastDecisions").EnumerateArray().Select(d => d.GetProperty("type").GetString()));
        Assert.True(report.GetProperty("record").GetProperty("position").GetInt64() > 0);
        Assert.DoesNotContain("Boats", report.GetRawText(), StringComparison.Ordinal);

        var (chinese, language) = await PageAsync(scene, $"{path}/situation-report", "zh-CN,en;q=0.5");
        Assert.Equal("zh-CN", language);
        Assert.Contains("情况报告", chinese, StringComparison.Ordinal);
        var (english, _) = await PageAsync(scene, $"{path}/situation-report", "en");
        Assert.Contains("Situation report: Songhua river", english, StringComparison.Ordinal);
        Assert.Contains("hospital-1", english, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", english + chinese, StringComparison.OrdinalIgnoreCase);
        using var hidden = await scene.As("harbour").GetAsync($"{path}/situation-report");
        await hidden.ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task What_was_requested_committed_and_left_is_in_the_report_as_far_as_command_was_told()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await MadeKnownAsync(scene, incident);
        await region.QuietAsync(scene.Exercise);
        var boats = (await scene.ReadAsync($"/v1/incidents/{incident}/situation-report")).GetProperty("report").GetProperty("responseResourcesTotals")[0];
        Assert.True(boats.GetProperty("requested").GetInt32() > 0, boats.GetRawText());
    }

    private static async Task MadeKnownAsync(Scene scene, Guid incident)
    {
        var needBy = (await scene.NowAsync()).AddHours(6);
        var draft = await scene.OkAsync("county", "/v1/agencies/county/requests", new
        {
            incidentId = incident, level = "II",
            lines = new[] { new { typeCode = "assault-boat", quantity = 4, mission = "Evacuation", needBy } },
        }, roles: [Roles.Logistics]);
        await scene.OkAsync("county", $"/v1/agencies/county/requests/{draft.GetProperty("id").GetGuid()}/submit", ifMatch: draft.GetProperty("version").GetInt32());
    }

    private static async Task<(string Page, string? Language)> PageAsync(Scene scene, string path, string language)
    {
        var county = scene.As("county");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.Add("Coordination-Exercise", $"{scene.Exercise}");
        using var answer = await county.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", answer.Headers.GetValues("Content-Security-Policy").Single());
        return (await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentLanguage.SingleOrDefault());
    }
}
