using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Sessions;
using Coordination.Tests.Functional.Identity;

namespace Coordination.Tests.Functional.CommandLine;

/// <summary>A person signs in at a page: authorization code with PKCE.</summary>
public sealed class BrowserLoginTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    [Fact]
    public async Task A_newcomer_signs_in_at_the_local_issuers_page_and_works()
    {
        using var coord = new Coord(region.Address);
        using var person = new Browser(("agency", "fire"), ("subject", "fire-zhang"), ("roles", "duty-officer"));
        var said = await coord.RunBesideAsync(person, "login", "--browser");
        Assert.True(said.Status == 0, said.Error);
        Assert.Contains("fire works with", said.Output, StringComparison.Ordinal);
        var list = await coord.RunAsync((string?)null, "incident", "list", "--json");
        Assert.True(list.Status == 0, list.Error);
        var kept = JsonNode.Parse(coord.Session)!["kept"]!;
        Assert.Equal("fire-zhang", TestProvider.Parts(kept["access"]!.GetValue<string>(), 1)["sub"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_local_issuer_gives_for_a_code_once_and_to_the_one_who_asked()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = region.Address };
        const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        Assert.Equal(HttpStatusCode.BadRequest, await RedeemAsync(await CodeAsync(), new string('a', 43), "http://127.0.0.1:9/callback"));
        Assert.Equal(HttpStatusCode.BadRequest, await RedeemAsync(await CodeAsync(), Verifier, "http://127.0.0.1:8/callback"));
        var code = await CodeAsync();
        Assert.Equal(HttpStatusCode.OK, await RedeemAsync(code, Verifier, "http://127.0.0.1:9/callback"));
        Assert.Equal(HttpStatusCode.BadRequest, await RedeemAsync(code, Verifier, "http://127.0.0.1:9/callback"));

        async Task<string> CodeAsync()
        {
            using var answer = await http.PostAsync("/issuer/authorize", new FormUrlEncodedContent(Request(Challenge).Append(new("agency", "fire"))));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            var query = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
            Assert.Equal(("s", "urn:coordination:local-issuer"), (query["state"], query["iss"]));
            return query["code"]!;
        }

        async Task<HttpStatusCode> RedeemAsync(string code, string verifier, string redirect)
        {
            using var answer = await http.PostAsync("/issuer/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code", ["client_id"] = "coord", ["code"] = code, ["code_verifier"] = verifier, ["redirect_uri"] = redirect,
            }));
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("redirect_uri", "http://elsewhere.example/callback")]
    [InlineData("redirect_uri", "https://127.0.0.1@elsewhere.example/")]
    [InlineData("redirect_uri", "http://127.0.0.1:9/callback#here")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge", "")]
    [InlineData("response_type", "token")]
    public async Task A_request_that_is_not_sound_is_sent_nowhere(string name, string value)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = region.Address };
        var request = Request(new string('c', 43));
        request[name] = value;
        using var page = await http.GetAsync($"/issuer/authorize?{string.Join('&', request.Select(r => $"{r.Key}={Uri.EscapeDataString(r.Value)}"))}");
        await page.ProblemAsync(400, "sign-in-request");
        using var answer = await http.PostAsync("/issuer/authorize", new FormUrlEncodedContent(request.Append(new("agency", "fire"))));
        Assert.Null(answer.Headers.Location);
        await answer.ProblemAsync(400, "sign-in-request");
    }

    [Fact]
    public async Task An_answer_without_the_state_is_not_heard_and_one_of_another_provider_is_refused()
    {
        var provider = new OpenIdProvider(new("http://127.0.0.1:9"), "http://127.0.0.1:9", new("http://127.0.0.1:9/authorize"), new("http://127.0.0.1:9/token"), NamesItself: true);
        foreach (var issuer in (string[])["&iss=http%3A%2F%2F127.0.0.1%3A8", ""])
            Assert.Contains("was asked", (await Assert.ThrowsAsync<RegionException>(() => AnswerAsync(provider, issuer))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_token_that_answers_another_question_signs_nobody_in()
    {
        await using var provider = await TestProvider.StartAsync();
        var known = new OpenIdProvider(new(provider.Address), provider.Issuer, new($"{provider.Address}/authorize"), new($"{provider.Address}/token"), NamesItself: false);
        foreach (var (wrong, said) in new (Action<JsonObject>, string)[] { (c => c["nonce"] = "other", "nonce"), (c => c["aud"] = "other", "for another"), (c => c["iss"] = "other", "another's") })
        {
            provider.Given = new() { ["access_token"] = "a", ["id_token"] = provider.Token(c => { c["aud"] = "coord"; wrong(c); }, h => h["typ"] = "JWT") };
            Assert.Contains(said, (await Assert.ThrowsAsync<RegionException>(() => AnswerAsync(known, ""))).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Signs in, while a browser comes back first with a made-up state and then with the true one.</summary>
    private static async Task AnswerAsync(OpenIdProvider provider, string issuer)
    {
        var coming = Task.CompletedTask;
        try
        {
            await BrowserSignIn.RunAsync(provider, "coord", address => coming = ComeBackAsync(HttpUtility.ParseQueryString(new Uri(address).Query)), TestContext.Current.CancellationToken);
        }
        finally
        {
            await coming;
        }

        async Task ComeBackAsync(System.Collections.Specialized.NameValueCollection asked)
        {
            using var http = new HttpClient();
            using (var stray = await http.GetAsync($"{asked["redirect_uri"]}?state=made-up&code=x")) Assert.Equal(HttpStatusCode.NotFound, stray.StatusCode);
            using var answer = await http.GetAsync($"{asked["redirect_uri"]}?state={asked["state"]}&code=x{issuer}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static Dictionary<string, string> Request(string challenge) => new()
    {
        ["response_type"] = "code", ["client_id"] = "coord", ["redirect_uri"] = "http://127.0.0.1:9/callback", ["state"] = "s", ["nonce"] = "n", ["code_challenge"] = challenge, ["code_challenge_method"] = "S256",
    };
}
