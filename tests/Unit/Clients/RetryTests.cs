using Coordination.Client;

namespace Coordination.Tests.Unit.Clients;

public sealed class RetryTests
{
    [Theory]
    [InlineData(409, "idempotency-in-flight")]
    [InlineData(409, "exercise-unknown")]
    [InlineData(429, "too-many-calls")]
    [InlineData(502, "bad-gateway")]
    [InlineData(503, "storage-unavailable")]
    [InlineData(504, "service-late")]
    [InlineData(507, "storage-full")]
    public async Task What_passes_is_waited_out_and_the_call_is_sent_again_with_its_key(int status, string rule)
    {
        var region = new FakeRegion().Refuses(status, rule).Refuses(status, rule).Answers(201, Samples.ReportJson);
        var report = await region.RunAsync(region.Client().Reports.SendAsync(Samples.Report));
        Assert.Equal(Guid.Parse("0198a000-0000-7000-8000-000000000001"), report.Id);
        Assert.Equal(3, region.Asked.Count);
        Assert.Single(region.Asked.Select(Key).Distinct());
    }

    [Fact]
    public async Task A_connection_that_is_lost_is_made_again_and_the_call_is_sent_with_its_key()
    {
        var region = new FakeRegion().IsLost().IsLost().Answers(201, Samples.ReportJson);
        await region.RunAsync(region.Client().Reports.SendAsync(Samples.Report));
        Assert.Equal(3, region.Asked.Count);
        Assert.Single(region.Asked.Select(Key).Distinct());
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_asked_for_again()
    {
        var region = new FakeRegion().Does((_, _) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Created) { Content = new StreamContent(new BrokenStream("{\"id\":")) }))
            .Answers(201, Samples.ReportJson);
        await region.RunAsync(region.Client().Reports.SendAsync(Samples.Report));
        Assert.Single(region.Asked.Select(Key).Distinct());
        Assert.Equal(2, region.Asked.Count);
    }

    [Theory]
    [InlineData(400, "area")]
    [InlineData(403, "role-required")]
    [InlineData(404, "not-found")]
    [InlineData(409, "order-state")]
    [InlineData(412, "stale")]
    [InlineData(422, "idempotency-key-reused")]
    [InlineData(428, "if-match-required")]
    [InlineData(500, "internal-error")]
    public async Task What_is_refused_for_good_is_said_at_once_with_its_rule_and_its_member(int status, string rule)
    {
        var region = new FakeRegion().Refuses(status, rule);
        var refused = await Assert.ThrowsAsync<ProblemException>(() => region.RunAsync(region.Client().Reports.SendAsync(Samples.Report)));
        Assert.Equal((status, rule, "4bf9"), (refused.Problem.Status, refused.Rule, refused.Problem.TraceId));
        Assert.True(refused.Names("/place/areaCode"));
        Assert.False(refused.Names("/kind"));
        Assert.Single(region.Asked);
        Assert.Empty(region.Waits);
    }

    [Fact]
    public async Task Two_calls_have_two_keys_and_a_sender_that_may_send_again_has_its_own()
    {
        var region = new FakeRegion().Answers(201, Samples.ReportJson);
        var client = region.Client();
        await client.Reports.SendAsync(Samples.Report);
        await client.Reports.SendAsync(Samples.Report);
        await client.Reports.SendAsync(Samples.Report, "mine-7");
        await client.Reports.GetAsync(Guid.NewGuid());
        Assert.Equal(3, region.Asked.Take(3).Select(Key).Distinct().Count());
        Assert.Equal("\"mine-7\"", Key(region.Asked[2]));
        Assert.False(region.Asked[3].Headers.Contains("Idempotency-Key"));
    }

    [Fact]
    public async Task A_refusal_that_is_no_problem_document_is_still_a_refusal()
    {
        var region = new FakeRegion().Answers(413, "<html>too large</html>");
        var refused = await Assert.ThrowsAsync<ProblemException>(() => region.Client().Reports.SendAsync(Samples.Report));
        Assert.Equal((413, ""), (refused.Problem.Status, refused.Rule));
    }

    private static string Key(HttpRequestMessage request) => request.Headers.GetValues("Idempotency-Key").Single();
}
