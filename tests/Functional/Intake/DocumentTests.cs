using System.Globalization;
using System.Text;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Intake;

/// <summary>Alerts and incidents of other systems come in as they are.</summary>
public abstract class DocumentTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : DocumentTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : DocumentTests(region);

    private readonly DateTimeOffset moment = DateTimeOffset.UtcNow;
    private readonly string sender = $"w{Guid.NewGuid():N}@example.org";

    [Fact]
    public async Task An_alert_is_a_report_its_update_a_supplement_and_its_cancellation_a_correction_whichever_comes_first()
    {
        var source = region.As("weather", Roles.Integration);
        var alert = Alert("1", -60, "Alert");
        var first = await TakenAsync(source, alert);
        Assert.Equal("Reported", first.Text("state"));
        Assert.Equal(first.ToString(), (await TakenAsync(source, alert)).ToString());
        var report = await source.GetJsonAsync($"/v1/reports/{Report(first)}");
        Assert.Equal(("Initial", "System", "NaturalDisaster", "FloodOrDrought"), (report.Text("kind"), report.Text("source"), report.Text("category"), report.GetProperty("content").Text("eventKind")));
        Assert.DoesNotContain("Canary", report.ToString(), StringComparison.Ordinal);
        Assert.Equal("SaysOtherwise", (await TakenAsync(source, alert.Replace("rises", "falls", StringComparison.Ordinal))).Text("reason"));

        var update = await source.GetJsonAsync($"/v1/reports/{Report(await TakenAsync(source, Alert("2", -50, "Update", Named("1", -60))))}");
        Assert.Equal(("Supplement", report.Id()), (update.Text("kind"), update.GetProperty("seriesId").GetGuid()));
        var cancelled = await TakenAsync(source, Alert("4", -30, "Cancel", Named("3", -40)));
        Assert.Equal(("Held", "RefersToUnknown"), (cancelled.Text("state"), cancelled.Text("reason")));
        var late = await TakenAsync(source, Alert("3", -40, "Alert"));
        var office = region.As("region", Roles.Operator);
        var applied = await office.GetJsonAsync($"/v1/report-documents/{cancelled.Id()}");
        Assert.Equal("Reported", applied.Text("state"));
        var correction = await source.GetJsonAsync($"/v1/reports/{Report(applied)}");
        Assert.Equal(("Correction", Report(late)), (correction.Text("kind"), correction.GetProperty("priorReportId").GetGuid()));
        Assert.Equal(["Met"], await region.ClockStatesAsync(cancelled.Id(), "document.look"));
        Assert.Contains("The source has cancelled its alert.", correction.GetProperty("content").Text("situation")!.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal("Cancel", Assert.Single(await region.EventsAsync("intake.document-settled.v1", cancelled.Id())).Text("act"));
        // What was sent before the cancellation revives nothing.
        Assert.Equal("Overtaken", (await TakenAsync(source, Alert("6", -35, "Update", Named("3", -40)))).Text("reason"));

        // What waits for a message that itself is held takes effect when an officer has read that one.
        var unclear = await TakenAsync(source, Alert("7", -20, "Alert").Replace("Flood Warning", "Something", StringComparison.Ordinal).Replace("Met<", "Other<", StringComparison.Ordinal));
        Assert.Equal("KindUnclear", unclear.Text("reason"));
        var waiting = await TakenAsync(source, Alert("8", -10, "Cancel", Named("7", -20)));
        using var foreign = await region.Officer("police").PostAsync($"/v1/report-documents/{unclear.Id()}/make-report", new { category = "Accident", place = new { areaCode = "990003" } }, 1);
        await foreign.ProblemAsync(404, "not-found");
        var made = await region.Officer("fire").DecideAsync($"/v1/report-documents/{unclear.Id()}", "make-report", new { category = "Accident", place = new { areaCode = "990003" } });
        applied = await office.GetJsonAsync($"/v1/report-documents/{waiting.Id()}");
        correction = await source.GetJsonAsync($"/v1/reports/{Report(applied)}");
        Assert.Equal(("Correction", made.Id(), "weather"), (correction.Text("kind"), correction.GetProperty("priorReportId").GetGuid(), correction.Text("fromAgency")));

        var original = await office.GetJsonAsync($"/v1/report-documents/{first.Id()}/original");
        Assert.Equal(alert, Encoding.UTF8.GetString(Convert.FromBase64String(original.Text("content")!)));
        Assert.Equal("Noted", (await TakenAsync(source, Alert("5", -20, "Alert", status: "Test"))).Text("state"));
        using var hostile = await PostAsync(source, "<!DOCTYPE a><alert/>");
        await hostile.ProblemAsync(400, "xml");
        using var odd = await source.PostAsync("/v1/report-documents", new { format = "Cap", content = "*" });
        await odd.ProblemAsync(400, "base64");
    }

    [Fact]
    public async Task An_incident_object_that_names_no_kind_waits_for_an_officer_and_nobody_in_it_is_kept()
    {
        var source = region.As("call-centre", Roles.Integration);
        var eido = $$"""{"$id":"urn:{{sender}}","issuingElementIdentification":"idx","lastUpdateTimeStamp":"{{At(-5)}}","incidentComponent":{"incidentTypeCommonRegistryText":"Other"},"personComponent":[{"personName":"Canary"}]}""";
        using var sent = await PostAsync(source, eido, "Eido");
        var held = await sent.JsonAsync();
        Assert.Equal(("Held", "KindUnclear"), (held.Text("state"), held.Text("reason")));
        Assert.DoesNotContain("Canary", Assert.Single(await region.EventsAsync("intake.document-held.v1", held.Id())).ToString(), StringComparison.Ordinal);
        var office = region.Officer("fire");
        var seen = await office.GetJsonAsync($"/v1/report-documents/{held.Id()}");
        Assert.Equal(("Other", false), (seen.Text("text"), seen.GetProperty("hasOriginal").GetBoolean()));
        using var foreign = await region.Officer("police").GetAsync($"/v1/report-documents/{held.Id()}");
        await foreign.ProblemAsync(404, "not-found");
        var made = await office.DecideAsync($"/v1/report-documents/{held.Id()}", "make-report", new { category = "Accident", place = new { areaCode = "990003" } });
        Assert.Equal(("Initial", "Other"), (made.Text("kind"), made.GetProperty("content").Text("situation")));
        foreach (var clock in (string[])["document.look", "document.original-retention"]) Assert.Equal(["Met"], await region.ClockStatesAsync(held.Id(), clock));

        using var again = await PostAsync(source, eido.Replace("urn:", "urn:2", StringComparison.Ordinal), "Eido");
        var second = (await again.JsonAsync()).Id();
        await office.DecideAsync($"/v1/report-documents/{second}", "dismiss", new { reason = "NothingReported" });
        Assert.Equal("", (await office.GetJsonAsync($"/v1/report-documents/{second}")).Text("text"));
        Assert.Equal(["Met"], await region.ClockStatesAsync(second, "document.original-retention"));
    }

    private static Guid Report(System.Text.Json.JsonElement of) => of.GetProperty("reportId").GetGuid();

    private static Task<HttpResponseMessage> PostAsync(ApiClient source, string text, string format = "Cap") => source.PostAsync(
        "/v1/report-documents", new { format, content = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), areaCode = "990003", toAgency = "fire" });

    private static async Task<System.Text.Json.JsonElement> TakenAsync(ApiClient source, string text)
    {
        using var sent = await PostAsync(source, text);
        return await sent.JsonAsync();
    }

    private string Named(string id, int minutes) => $"<references>{sender},{id},{At(minutes)}</references>";

    private string At(int minutes) => moment.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    private string Alert(string id, int minutes, string type, string more = "", string status = "Actual") => $"""
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{id}</identifier><sender>{sender}</sender><sent>{At(minutes)}</sent><status>{status}</status>
        <msgType>{type}</msgType><scope>Public</scope>{more}<info><category>Met</category><event>Flood Warning</event><urgency>Immediate</urgency><severity>Severe</severity>
        <certainty>Observed</certainty><headline>Water rises</headline><contact>Canary 139</contact><area><areaDesc>Kouqian</areaDesc></area></info></alert>
        """;
}
