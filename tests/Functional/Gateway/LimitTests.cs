using System.Net;
using System.Text;

namespace Coordination.Tests.Functional.Gateway;

public sealed class LimitTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_one_mebibyte_is_refused(bool chunked)
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = new ByteArrayContent(new byte[1024 * 1024 + 1]) };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await edge.Http.SendAsync(request);
        await answer.ProblemAsync(413, "body-too-large");
    }

    [Fact]
    public async Task Headers_over_their_limit_are_refused()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/reports");
        for (var i = 0; i < 5; i++) request.Headers.Add($"X-Big-{i}", new string('a', 8000));
        using var answer = await edge.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
        Assert.Equal(0, intake.Calls);
    }

    [Fact]
    public async Task Who_calls_too_fast_is_told_when_to_go_on_and_probes_are_not_counted()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}", rate: 1);
        using var refused = await UntilRefusedAsync(edge.Http);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        await refused.ProblemAsync(429, "too-many-calls");
        using var probe = await edge.Http.GetAsync("/ready");
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact]
    public async Task What_anyone_may_send_waits_its_turn_and_is_never_refused()
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}", rate: 4);
        using var refused = await UntilRefusedAsync(edge.Http);
        var reports = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => edge.Anonymous.PostAsync("/v1/public-reports", new StringContent("{}", Encoding.UTF8, "application/json"))));
        Assert.All(reports, r => Assert.Equal(HttpStatusCode.OK, r.StatusCode));
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404, "not-found")]
    [InlineData("GET", "/intake/../etc", 404, "not-found")]
    [InlineData("DELETE", "/v1/reports", 405, "method-not-allowed")]
    public async Task What_no_service_offers_is_refused_at_the_edge(string method, string path, int status, string rule)
    {
        await using var intake = await StubService.StartAsync("intake");
        await using var edge = await Edge.StartAsync($"intake={intake.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        using var answer = await edge.Http.SendAsync(request);
        await answer.ProblemAsync(status, rule);
        Assert.Equal(0, intake.Calls);
    }

    private static async Task<HttpResponseMessage> UntilRefusedAsync(HttpClient http)
    {
        for (var i = 0; ; i++)
        {
            var answer = await http.GetAsync("/v1/reports");
            if (answer.StatusCode != HttpStatusCode.OK) return answer;
            answer.Dispose();
            Assert.True(i < 1000, "a thousand calls and no refusal");
        }
    }
}
