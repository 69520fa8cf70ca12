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

        var officer = region.Officer("fire");
        await officer.DecideAsync($"/v1/reports/{id}", "triage", new { priority = "Urgent" });
        Assert.Equal("BeingChecked", (await anyone.GetJsonAsync($"/v1/public-reports/{id}")).Text("stage"));
        using var late = await region.Officer().PostAsync($"/v1/reports/{id}/begin-verification", ifMatch: 2);
        await late.ProblemAsync(403, "not-handling-agency");
        await officer.DecideAsync($"/v1/reports/{id}", "begin-verification");
        using var answered = await officer.PostAsync($"/v1/reports/{id}/answer");
        await answered.JsonAsync();
        Assert.Equal(["Met"], await region.ClockStatesAsync(id, "report.reply"));
        await officer.DecideAsync($"/v1/reports/{id}", "verify", new { });
        Assert.Equal("Confirmed", (await anyone.GetJsonAsync($"/v1/public-reports/{id}")).Text("stage"));
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
    [Fact]
    public async Task Who_floods_is_told_to_call_and_nobody_else_is_stopped()
    {
        var smoke = new { category = "Accident", place = new { areaCode = "220221" }, situation = "smoke" };
        for (var sent = 0; sent < 120; sent++)
        {
            using var taken = await region.Anonymous().PostAsync("/v1/public-reports", smoke);
            Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        }
        using var flood = await region.Anonymous().PostAsync("/v1/public-reports", smoke);
        await flood.ProblemAsync(429, "too-many-reports");
        await region.Sender().SendAsync();
        var behindTheGateway = region.Anonymous();
        behindTheGateway.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var other = await behindTheGateway.PostAsync("/v1/public-reports", smoke);
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
    }
}
