using Coordination.Client;
using Coordination.Client.Tokens;

namespace Coordination.Tests.Unit.Clients;

public sealed class TokenTests
{
    private const string Discovery = """{"issuer":"https://login.test/realm","token_endpoint":"https://login.test/realm/token"}""";
    private static readonly Uri Authority = new("https://login.test/realm");

    [Fact]
    public async Task A_token_is_asked_for_once_and_held_until_shortly_before_it_ends()
    {
        var issuer = new FakeRegion().Answers(200, Discovery).Answers(200, Token("one", 300)).Answers(200, Token("two", 300));
        using var tokens = Tokens(issuer);
        Assert.Equal("one", await tokens.GetAsync(renew: false, default));
        issuer.Time.Advance(TimeSpan.FromSeconds(269));
        Assert.Equal("one", await tokens.GetAsync(renew: false, default));
        issuer.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("two", await tokens.GetAsync(renew: false, default));
        Assert.Equal(["/realm/.well-known/openid-configuration", "/realm/token", "/realm/token"], issuer.Asked.Select(a => a.RequestUri!.AbsolutePath));
    }

    [Theory]
    [InlineData("", "Basic Y2FkOnMlM0FjJTJGcislNDB0", "grant_type=client_credentials")]
    [InlineData(""","token_endpoint_auth_methods_supported":["private_key_jwt","client_secret_basic","client_secret_post"]""", "Basic Y2FkOnMlM0FjJTJGcislNDB0", "grant_type=client_credentials")]
    [InlineData(""","token_endpoint_auth_methods_supported":["client_secret_post"]""", "", "grant_type=client_credentials&client_id=cad&client_secret=s%3Ac%2Fr+%40t")]
    public async Task A_secret_goes_by_http_basic_and_in_the_body_only_where_nothing_else_is_taken(string methods, string header, string body)
    {
        string? sent = null;
        var issuer = new FakeRegion().Answers(200, Discovery.Replace("}", methods + "}", StringComparison.Ordinal)).Does(async (request, ct) =>
        {
            sent = await request.Content!.ReadAsStringAsync(ct);
            return FakeRegion.Response(200, Token("one", 300));
        });
        using var tokens = new ClientCredentials(issuer.Http(), Authority, "cad", "s:c/r @t", time: issuer.Time);
        await tokens.GetAsync(renew: false, default);
        Assert.Equal((header, body), ($"{issuer.Asked[1].Headers.Authorization}", sent));
    }

    [Fact]
    public async Task Many_who_need_one_at_the_same_time_ask_once()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        var issuer = new FakeRegion().Answers(200, Discovery).Does((_, _) => answer.Task);
        using var tokens = Tokens(issuer);
        var all = Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(renew: false, default).AsTask()).ToList();
        answer.SetResult(FakeRegion.Response(200, Token("one", 300)));
        Assert.All(await Task.WhenAll(all), t => Assert.Equal("one", t));
        Assert.Equal(2, issuer.Asked.Count);
    }

    [Theory]
    [InlineData("""{"issuer":"https://other.test/realm","token_endpoint":"https://login.test/realm/token"}""")]
    [InlineData("""{"issuer":"https://login.test/realm","token_endpoint":"http://login.test/realm/token"}""")]
    [InlineData("""{"issuer":"https://login.test/realm"}""")]
    [InlineData("<html>")]
    public async Task A_secret_goes_to_the_provider_that_was_named_and_never_in_the_clear(string discovery)
    {
        var issuer = new FakeRegion().Answers(200, discovery);
        using var tokens = Tokens(issuer);
        await Assert.ThrowsAsync<TokenException>(() => tokens.GetAsync(renew: false, default).AsTask());
        Assert.Single(issuer.Asked);
        Assert.Throws<ArgumentException>(() => new ClientCredentials(issuer.Http(), new("http://login.test/realm"), "cad", "secret"));
    }

    [Fact]
    public async Task A_token_that_the_region_refuses_is_renewed_once_and_the_call_is_sent_again()
    {
        var region = new FakeRegion().Refuses(401, "token-required").Answers(201, Samples.ReportJson);
        var tokens = new Counting();
        await region.RunAsync(region.Client(tokens).Reports.SendAsync(Samples.Report));
        Assert.Equal(["t1", "t2"], region.Asked.Select(a => a.Headers.Authorization!.Parameter));
        Assert.Equal([false, true], tokens.Renewals);
    }

    [Fact]
    public async Task A_caller_who_is_not_let_in_with_a_new_token_either_is_told_so()
    {
        var region = new FakeRegion().Refuses(401, "token-required");
        await Assert.ThrowsAsync<ProblemException>(() => region.RunAsync(region.Client(new Counting()).Reports.SendAsync(Samples.Report)));
        Assert.Equal(2, region.Asked.Count);
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_waited_for_as_the_region_is()
    {
        var region = new FakeRegion().Answers(201, Samples.ReportJson);
        var issuer = new FakeRegion().IsLost().Answers(503).Answers(200, Discovery).Answers(200, Token("one", 300));
        using var tokens = Tokens(issuer);
        await region.RunAsync(region.Client(tokens).Reports.SendAsync(Samples.Report));
        Assert.Equal("one", Assert.Single(region.Asked).Headers.Authorization!.Parameter);
        Assert.Equal(2, region.Waits.Count);
    }

    private static ClientCredentials Tokens(FakeRegion issuer) => new(issuer.Http(), Authority, "cad", "secret", time: issuer.Time);

    private static string Token(string token, int seconds) => $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":{{seconds}}}""";

    private sealed class Counting : ITokenSource
    {
        internal List<bool> Renewals { get; } = [];

        public ValueTask<string> GetAsync(bool renew, CancellationToken ct)
        {
            Renewals.Add(renew);
            return new($"t{Renewals.Count}");
        }
    }
}
