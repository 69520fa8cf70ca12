using System.Net;
using System.Text;
using Coordination.Gateway;

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

    [Theory]
    [InlineData(4 * 1024 * 1024, 200)]
    [InlineData((4 * 1024 * 1024) + 1, 413)]
    public async Task A_body_may_have_what_the_contract_says_where_it_says_more(int bytes, int status)
    {
        await using var alerts = await StubService.StartAsync("public-information");
        await using var edge = await Edge.StartAsync($"public-information={alerts.Address}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/alerts/import") { Content = new ByteArrayContent(new byte[bytes]) };
        // Who may not call hears it before he has sent so much.
        request.Headers.ExpectContinue = true;
        using var answer = await edge.Http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
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

    [Fact]
    public async Task Who_finds_the_line_full_goes_on_at_once_and_those_in_it_keep_their_turn()
    {
        await using var line = new OpenLine(Limits.Line(1));
        for (var i = 0; i < 2; i++) Assert.True(line.AttemptAcquire().IsAcquired);
        Assert.False(line.AttemptAcquire().IsAcquired);
        var waiting = Enumerable.Range(0, 10).Select(_ => line.AcquireAsync().AsTask()).ToList();
        var beyond = line.AcquireAsync().AsTask();
        Assert.True(beyond.IsCompletedSuccessfully && (await beyond).IsAcquired);
        Assert.All(waiting, w => Assert.False(w.IsCompleted));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void The_addresses_of_one_network_stand_in_one_line(string one, string other, bool same) =>
        Assert.Equal(same, Limits.Network(IPAddress.Parse(one)) == Limits.Network(IPAddress.Parse(other)));

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
