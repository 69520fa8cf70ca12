using System.Net;
using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Platform;

/// <summary>The issuer as a process of its own; the region knows its address only.</summary>
public sealed class IssuerTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");
    private readonly string place = Gateway.Edge.Nowhere();
    private RunningRegion region = null!;

    public async ValueTask InitializeAsync() => region = await RunningRegion.StartAsync(
        Arguments.Parse(["--modules", "exchange"], RegionModules.All), RegionModules.All, Settings("region", "http://127.0.0.1:0", $"{place}/issuer"), TimeProvider.System);

    [Fact]
    public async Task A_token_of_the_issuer_opens_the_region()
    {
        await using var issuer = await IssuerAsync("one");
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(Token(issuer)));
    }

    [Fact]
    public async Task Known_keys_stay_good_while_the_issuer_is_away()
    {
        string token;
        await using (var issuer = await IssuerAsync("one")) Assert.Equal(HttpStatusCode.OK, await ReadAsync(token = Token(issuer)));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(token));
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_it_is_first_seen_and_the_old_one_is_good_no_longer()
    {
        string old;
        await using (var issuer = await IssuerAsync("one")) Assert.Equal(HttpStatusCode.OK, await ReadAsync(old = Token(issuer)));
        await using var renewed = await IssuerAsync("two");
        await ProbeRegion.UntilAsync(async () => await ReadAsync(Token(renewed)) == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(old));
    }

    [Fact]
    public async Task While_the_issuer_has_never_answered_a_caller_is_asked_to_come_again()
    {
        string token;
        await using (var elsewhere = await IssuerAsync("one", Gateway.Edge.Nowhere())) token = Token(elsewhere);
        using var answer = await new ApiClient(new Uri(region.Address), token).GetAsync("/v1/events");
        Assert.NotNull(answer.Headers.RetryAfter);
        await answer.ProblemAsync(503, "issuer-unavailable");
        await using var issuer = await IssuerAsync("one");
        await ProbeRegion.UntilAsync(async () => await ReadAsync(token) == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiYWdlbmN5IjoiZmlyZSIsInJlZ2lvbiI6InRlc3QiLCJhdWQiOiJjb29yZGluYXRpb24ifQ.")]
    public async Task What_the_issuer_did_not_sign_opens_nothing(string token)
    {
        await using var issuer = await IssuerAsync("one");
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(Token(issuer)));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(token));
    }

    [Fact]
    public async Task The_local_issuer_serves_loopback_only() => Assert.Contains("loopback",
        (await Assert.ThrowsAsync<StartFailedException>(() => RunningIssuer.StartAsync(Settings("open", "http://0.0.0.0:0", null), TimeProvider.System))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Keys_that_come_without_protection_over_a_network_are_not_trusted() => Assert.Contains("https",
        (await Assert.ThrowsAsync<StartFailedException>(() => RunningRegion.StartAsync(Arguments.Parse(["--modules", "exchange"], RegionModules.All), RegionModules.All,
            Settings("far", "http://127.0.0.1:0", "http://issuer.example/realm"), TimeProvider.System))).Message, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await region.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Token(RunningIssuer issuer) => issuer.Issuer.Token("fire", [Roles.Integration], "fire-1");

    private Task<RunningIssuer> IssuerAsync(string keys, string? at = null) => RunningIssuer.StartAsync(Settings(keys, at ?? place, null), TimeProvider.System);

    private Task<HttpStatusCode> ReadAsync(string token) => AskedAgain.StatusAsync(() => new ApiClient(new Uri(region.Address), token).GetAsync("/v1/events"));

    private IConfiguration Settings(string name, string urls, string? authority) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["COORDINATION_DATA"] = Path.Combine(folder, name),
        ["COORDINATION_REGION"] = "test",
        ["COORDINATION_AUTHORITY"] = authority,
        ["ASPNETCORE_URLS"] = urls,
    }).Build();
}
