using System.Net;

namespace Coordination.Tests.Functional.Intake;

public abstract class PublicReportTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : PublicReportTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : PublicReportTests(region);

    private static readonly object Smoke = new { category = "Accident", place = new { areaCode = "220221" }, situation = "smoke from the store", contact = "Canary Public" };

    [Fact]
    public async Task Anyone_reports_and_asks_how_far_it_is_and_is_answered()
    {
        var anyone = region.Anonymous();
        using var sent = await anyone.PostAsync("/v1/public-reports", Smoke);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var id = (await sent.JsonAsync()).Id();
        Assert.Equal("Received", (await anyone.GetJsonAsync($"/v1/public-reports/{id}")).Text("stage"));
        using var closed = await anyone.GetAsync($"/v1/reports/{id}");
        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);

        await region.QuietAsync();
        Assert.Contains("report.reply", await BoardAsync("harbour"));
        var officer = region.Officer("fire");
        await officer.DecideAsync($"/v1/reports/{id}", "triage", new { priority = "Urgent" });
        Assert.Equal("BeingChecked", (await anyone.GetJsonAsync($"/v1/public-reports/{id}")).Text("stage"));
        Assert.Equal("fire", Assert.Single(await region.EventsAsync("intake.report-state-changed.v1", id, agency: "harbour")).Text("byAgency"));
        Assert.Empty(await BoardAsync("harbour"));
        Assert.Equal(["report.acknowledge", "report.contact-retention", "report.reply", "report.triage"], (await BoardAsync("fire")).Order(StringComparer.Ordinal));
        using var late = await region.Officer().PostAsync($"/v1/reports/{id}/begin-verification", ifMatch: 2);
        await late.ProblemAsync(404, "not-found");
        await officer.DecideAsync($"/v1/reports/{id}", "begin-verification");
        using var answered = await officer.PostAsync($"/v1/reports/{id}/answer");
        await answered.JsonAsync();
        Assert.Equal(["Met"], await region.ClockStatesAsync(id, "report.reply"));
        await officer.DecideAsync($"/v1/reports/{id}", "verify", new { });
        Assert.Equal("Confirmed", (await anyone.GetJsonAsync($"/v1/public-reports/{id}")).Text("stage"));
        // What becomes of it then is between who gave it and who has it.
        Assert.Single(await region.EventsAsync("intake.report-state-changed.v1", id, agency: "harbour"));

        async Task<List<string>> BoardAsync(string agency) =>
            [.. (await region.Officer(agency).GetJsonAsync($"/v1/clock-board?incident={id}&limit=200")).GetProperty("items").EnumerateArray().Select(c => c.Text("key"))];
    }

    [Fact]
    public async Task A_report_of_a_body_is_not_readable_at_the_public_door()
    {
        var id = (await region.Sender().SendAsync()).Id();
        using var answer = await region.Anonymous().GetAsync($"/v1/public-reports/{id}");
        await answer.ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_token_that_is_not_good_is_refused_at_the_public_door_too()
    {
        var anyone = region.Anonymous();
        anyone.Http.DefaultRequestHeaders.Authorization = new("Bearer", "nonsense");
        using var answer = await anyone.PostAsync("/v1/public-reports", Smoke);
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
        await answer.ProblemAsync(401, "token-required");
    }

    [Fact]
    public async Task A_telephone_whose_clock_goes_wrong_does_not_keep_a_report_out()
    {
        using var sent = await region.Anonymous().PostAsync(
            "/v1/public-reports", new { category = "Accident", place = new { areaCode = "220221" }, situation = "smoke", occurredAt = DateTimeOffset.UtcNow.AddHours(9) });
        var id = (await sent.JsonAsync()).Id();
        Assert.False((await region.Officer().GetJsonAsync($"/v1/reports/{id}")).GetProperty("content").TryGetProperty("occurredAt", out _));
    }

    [Theory]
    [InlineData("""{"category":"Accident","place":{"areaCode":"220221"},"situation":"x","ip":"192.0.2.1"}""", "unknown-member")]
    [InlineData("""{"category":"Accident","place":{"areaCode":"220221"},"situation":"x","device":"phone"}""", "unknown-member")]
    [InlineData("""{"category":"Accident","place":{"areaCode":"220221"},"situation":"x","eventKind":"Assembly"}""", "type")]
    [InlineData("""{"category":"Accident","place":{"areaCode":"220221"},"situation":"x","eventKind":"ForestFire"}""", "kind-of-another-category")]
    [InlineData("""{"category":"Accident","place":{"areaCode":"220221"}}""", "required")]
    public async Task The_public_door_takes_no_more_than_it_needs(string body, string rule)
    {
        using var answer = await region.Anonymous().PostAsync("/v1/public-reports", body);
        await answer.ProblemAsync(400, rule);
    }
}

/// <summary>Apart from the others, in a region of its own: it uses up the hour of this machine's address.</summary>
public sealed class PublicFloodTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    private static readonly object Smoke = new { category = "Accident", place = new { areaCode = "220221" }, situation = "smoke", contact = "Canary Public" };

    [Fact]
    public async Task Who_floods_is_taken_and_set_aside_for_a_look_and_nobody_is_refused()
    {
        await WithinOneHour.BeginAsync(TimeSpan.FromMinutes(2));
        for (var sent = 0; sent < 120; sent++) await SendAsync(region.Anonymous());
        var anyone = region.Anonymous();
        var (looked, judged) = (await SendAsync(anyone), await SendAsync(anyone));
        Assert.Equal("Received", (await anyone.GetJsonAsync($"/v1/public-reports/{looked}")).Text("stage"));
        Assert.Equal(["Running"], await region.ClockStatesAsync(looked, "report.look"));
        Assert.Empty(await region.ClockStatesAsync(looked, "report.acknowledge"));
        Assert.Equal(["Running"], await region.ClockStatesAsync(looked, "report.contact-retention"));
        var officer = region.Officer();
        Assert.Equal([looked, judged], (await officer.GetJsonAsync("/v1/reports?setAside=true&limit=200")).GetProperty("items").EnumerateArray().Select(r => r.Id()));
        Assert.Equal(120, (await officer.GetJsonAsync("/v1/reports?limit=200")).GetProperty("items").GetArrayLength());

        using var seen = await officer.PostAsync($"/v1/reports/{looked}/acknowledge");
        Assert.False((await seen.JsonAsync()).GetProperty("setAside").GetBoolean());
        Assert.Equal(["Met"], await region.ClockStatesAsync(looked, "report.look"));
        Assert.Equal(["Running"], await region.ClockStatesAsync(looked, "report.triage"));
        await officer.DecideAsync($"/v1/reports/{judged}", "triage", new { priority = "LifeSafety" });
        Assert.Equal(["Met"], await region.ClockStatesAsync(judged, "report.look"));
        Assert.Empty(await region.ClockStatesAsync(judged, "report.triage"));
        Assert.True(Assert.Single(await region.EventsAsync("intake.report-received.v1", looked)).GetProperty("setAside").GetBoolean());
        Assert.Empty((await officer.GetJsonAsync("/v1/reports?setAside=true&limit=200")).GetProperty("items").EnumerateArray());

        await region.Sender().SendAsync();
        var behindTheGateway = region.Anonymous();
        behindTheGateway.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        var other = await SendAsync(behindTheGateway);
        Assert.False((await officer.GetJsonAsync($"/v1/reports/{other}")).GetProperty("setAside").GetBoolean());
    }

    private static async Task<Guid> SendAsync(ApiClient anyone)
    {
        using var taken = await anyone.PostAsync("/v1/public-reports", Smoke);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        return (await taken.JsonAsync()).Id();
    }
}
