using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Coordination.Host;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Identity;

/// <summary>What opens a region and what does not (quality.md 2.5): everything here is signed by the trusted provider unless the case says otherwise.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-tokens").FullName;
    private TestProvider provider = null!;
    private RunningRegion region = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await TestProvider.StartAsync();
        region = await RunningRegion.StartAsync(Arguments.Parse(["--modules", "exchange"], RegionModules.All), RegionModules.All, new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["COORDINATION_DATA"] = folder,
                ["COORDINATION_REGION"] = "test",
                ["COORDINATION_AUTHORITY"] = provider.Address,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            }).Build(), TimeProvider.System);
    }

    public static TheoryData<string> Claims => [.. WrongTokens.Claims.Keys];

    public static TheoryData<string> Headers => [.. WrongTokens.Headers.Keys];

    public static TheoryData<string> Forged => [.. WrongTokens.Forged.Keys];

    [Fact]
    public async Task A_sound_token_opens_the_region_whatever_the_case_of_its_scheme()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadAsync($"Bearer {provider.Token()}"));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync($"bearer {provider.Token()}"));
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public Task A_token_with_wrong_claims_opens_nothing(string which) => RefusedAsync(provider.Token(claims: WrongTokens.Claims[which]));

    [Theory]
    [MemberData(nameof(Headers))]
    public Task A_token_with_a_wrong_header_opens_nothing(string which) => RefusedAsync(provider.Token(header: WrongTokens.Headers[which]));

    [Theory]
    [MemberData(nameof(Forged))]
    public Task A_token_that_the_provider_did_not_sign_opens_nothing(string which) => RefusedAsync(WrongTokens.Forged[which](provider));

    [Theory]
    [InlineData("agency", "fire", "police")]
    [InlineData("region", "test", "other")]
    [InlineData("sub", "fire-1", "fire-2")]
    public async Task A_claim_that_stands_twice_opens_nothing(string claim, string one, string two)
    {
        var sound = TestProvider.Parts(provider.Token(), 1).ToJsonString();
        var twice = sound.Replace($"\"{claim}\":\"{one}\"", $"\"{claim}\":\"{two}\",\"{claim}\":\"{one}\"", StringComparison.Ordinal);
        Assert.NotEqual(sound, twice);
        await RefusedAsync(provider.Sign(TestProvider.Parts(provider.Token(), 0).ToJsonString(), twice));
    }

    [Fact]
    public async Task A_token_in_the_address_a_cookie_or_a_second_header_opens_nothing()
    {
        var token = provider.Token();
        Assert.Equal(HttpStatusCode.OK, await ReadAsync($"Bearer {token}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(null, $"/v1/events?access_token={token}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(null, cookie: $"access_token={token}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync($"Bearer {token}", second: $"Bearer {provider.Token()}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync($"Basic {token}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync("Bearer "));
    }

    [Fact]
    public async Task A_token_larger_than_any_header_may_be_is_refused_and_the_region_goes_on()
    {
        using var answer = await AskAsync($"Bearer {provider.Token(c => c["pad"] = new string('x', 60_000))}", "/v1/events", null, null);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync($"Bearer {provider.Token(c => c["pad"] = new string('x', 15_000))}"));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync($"Bearer {provider.Token()}"));
    }

    [Fact]
    public async Task A_weak_key_of_the_provider_signs_nothing()
    {
        using var weak = RSA.Create(1024);
        var modulus = weak.ExportParameters(false);
        provider.More.Add(new { kty = "RSA", kid = "weak", use = "sig", n = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(modulus.Modulus), e = "AQAB" });
        var (header, claims) = (TestProvider.Parts(provider.Token(header: h => { h["alg"] = "RS256"; h["kid"] = "weak"; }), 0), TestProvider.Parts(provider.Token(), 1));
        await RefusedAsync(TestProvider.Sign(header.ToJsonString(), claims.ToJsonString(), d => weak.SignData(d, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync($"Bearer {provider.Token()}"));
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("jwks")]
    [InlineData("redirect")]
    public async Task A_provider_that_speaks_for_another_or_sends_elsewhere_is_believed_nothing(string lie)
    {
        if (lie == "issuer") provider.Issuer = "https://elsewhere.example";
        else if (lie == "jwks") provider.JwksUri = "http://elsewhere.example/keys";
        else provider.Moved = $"{provider.Address}/keys";
        using var answer = await AskAsync($"Bearer {provider.Token()}", "/v1/events", null, null);
        await answer.ProblemAsync(503, "issuer-unavailable");
    }

    public async ValueTask DisposeAsync()
    {
        await region.DisposeAsync();
        await provider.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Refused, while a sound one is taken: the region is not closed to all.</summary>
    private async Task RefusedAsync(string token)
    {
        Assert.Equal(HttpStatusCode.OK, await ReadAsync($"Bearer {provider.Token()}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync($"Bearer {token}"));
    }

    private Task<HttpStatusCode> ReadAsync(string? authorization, string path = "/v1/events", string? cookie = null, string? second = null) =>
        AskedAgain.StatusAsync(() => AskAsync(authorization, path, cookie, second));

    private async Task<HttpResponseMessage> AskAsync(string? authorization, string path, string? cookie, string? second)
    {
        using var http = new HttpClient { BaseAddress = new Uri(region.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var header in new[] { authorization, second }.OfType<string>()) request.Headers.TryAddWithoutValidation("Authorization", header);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await http.SendAsync(request);
    }
}
