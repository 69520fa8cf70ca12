using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Identity;

/// <summary>A region behind its gateway that trusts a certified provider, as an agency has one.</summary>
public sealed class CertifiedProviderTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-provider").FullName;
    private readonly string place = Gateway.Edge.Nowhere();
    private CertifiedProvider provider = null!;
    private RunningRegion region = null!;
    private Gateway.Edge edge = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await CertifiedProvider.StartAsync(place);
        region = await RunningRegion.StartAsync(Arguments.Parse(["--modules", "exchange"], RegionModules.All), RegionModules.All, new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["COORDINATION_DATA"] = folder,
                ["COORDINATION_REGION"] = "test",
                ["COORDINATION_AUTHORITY"] = place,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            }).Build(), TimeProvider.System);
        edge = await Gateway.Edge.StartAsync($"exchange={region.Address}", authority: place);
    }

    [Fact]
    public async Task A_system_with_client_credentials_is_let_in() => Assert.Equal(HttpStatusCode.OK, await ReadAsync(await provider.TokenAsync()));

    [Fact]
    public async Task A_key_that_is_rotated_under_way_lets_new_tokens_in_and_old_ones_no_longer()
    {
        var old = await provider.TokenAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(old));
        await provider.RotateAsync();
        var renewed = await provider.TokenAsync();
        await ProbeRegion.UntilAsync(async () => await ReadAsync(renewed) == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(old));
    }

    [Fact]
    public async Task While_the_provider_is_down_known_keys_go_on_working()
    {
        var token = await provider.TokenAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(token));
        await provider.DisposeAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(token));
        provider = await CertifiedProvider.StartAsync(place);
    }

    [Fact]
    public async Task A_person_signs_in_at_its_page_and_the_session_is_renewed_without_him()
    {
        using var coord = new CommandLine.Coord(edge.Http.BaseAddress!);
        using var person = new CommandLine.Browser(("login", "zhang-1"), ("password", "any"));
        var said = await coord.RunBesideAsync(person, "login", "--browser", "--issuer", place, "--client", "coord");
        Assert.True(said.Status == 0, said.Error);
        Assert.Contains("fire works with", said.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(coord.SessionFile));

        var session = JsonNode.Parse(coord.Session)!;
        var (first, refresh) = (session["kept"]!["access"]!.GetValue<string>(), session["kept"]!["refresh"]!.GetValue<string>());
        Assert.Equal("zhang-1", TestProvider.Parts(first, 1)["sub"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(first));
        session["kept"]!["end"] = "2026-01-01T00:00:00Z";
        await File.WriteAllTextAsync(coord.SessionFile, session.ToJsonString());
        // There is no incident service here; what counts is in whose name it was asked.
        await coord.RunAsync((string?)null, "incident", "list");
        var renewed = JsonNode.Parse(coord.Session)!["kept"]!;
        Assert.NotEqual(first, renewed["access"]!.GetValue<string>());
        Assert.NotEqual(refresh, renewed["refresh"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(renewed["access"]!.GetValue<string>()));
    }

    public async ValueTask DisposeAsync()
    {
        await edge.DisposeAsync();
        await region.DisposeAsync();
        await provider.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The gateway looks first and the service again: what one of them refuses is refused.</summary>
    private async Task<HttpStatusCode> ReadAsync(string token)
    {
        var (direct, through) = (await AskAsync(new Uri(region.Address), token), await AskAsync(edge.Http.BaseAddress!, token));
        return direct == through ? through : HttpStatusCode.Ambiguous;
    }

    private static Task<HttpStatusCode> AskAsync(Uri address, string token) => AskedAgain.StatusAsync(() => new ApiClient(address, token).GetAsync("/v1/events"));
}
