using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Host;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Identity;

/// <summary>A region behind its gateway that trusts the fire agency's certified provider, the police's, and the water agency's, which is down.</summary>
public sealed class SeveralProvidersTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-providers").FullName;
    private readonly string place = Gateway.Edge.Nowhere(), nowhere = Gateway.Edge.Nowhere();
    private CertifiedProvider fire = null!;
    private TestProvider police = null!;
    private RunningRegion region = null!;
    private Gateway.Edge edge = null!;

    public async ValueTask InitializeAsync()
    {
        fire = await CertifiedProvider.StartAsync(place);
        police = await TestProvider.StartAsync();
        var list = JsonSerializer.Serialize(new[]
        {
            new { issuer = place, name = "fire", agencies = new[] { "fire" } },
            new { issuer = police.Address, name = "police", agencies = new[] { "police" } },
            new { issuer = nowhere, name = "water", agencies = new[] { "water" } },
        });
        region = await RunningRegion.StartAsync(Arguments.Parse(["--modules", "exchange"], RegionModules.All), RegionModules.All, new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["COORDINATION_DATA"] = folder,
                ["COORDINATION_REGION"] = "test",
                ["COORDINATION_PROVIDERS"] = list,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            }).Build(), TimeProvider.System);
        edge = await Gateway.Edge.StartAsync($"exchange={region.Address}", settings: new() { ["COORDINATION_AUTHORITY"] = "", ["COORDINATION_PROVIDERS"] = list });
    }

    [Fact]
    public async Task Each_agencys_people_are_let_in_by_its_own_provider_and_by_no_other()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(await fire.TokenAsync()));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(Police("police")));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(Police("fire")));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(police.Token(c => { c["agency"] = "fire"; c["iss"] = place; })));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(police.Token(c => { c["agency"] = "police"; c["roles"] = new JsonArray("operator"); })));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadAsync(police.Token(c => { c["agency"] = "water"; c["iss"] = nowhere; })));
        var another = police.Token(c => { c["agency"] = "police"; c["sub"] = "another"; });
        await police.DisposeAsync();
        // Its people go on being known by the keys that it had; one whose token was not seen before too.
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(another));
        await fire.RotateAsync();
        await Platform.ProbeRegion.UntilAsync(async () => await ReadAsync(await fire.TokenAsync()) == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_says_for_whom_he_works_and_is_sent_to_that_agencys_page()
    {
        using var coord = new CommandLine.Coord(edge.Http.BaseAddress!);
        var several = await coord.RunAsync((string?)null, "login", "--browser");
        Assert.Equal(2, several.Status);
        Assert.Contains($"{place}, {police.Address}, {nowhere}", several.Error, StringComparison.Ordinal);
        using var person = new CommandLine.Browser(("login", "zhang-1"), ("password", "any"));
        var said = await coord.RunBesideAsync(person, "login", "--browser", "--agency", "fire");
        Assert.True(said.Status == 0, said.Error);
        var session = JsonNode.Parse(coord.Session)!;
        Assert.Equal((new Uri(place), "fire"), (new Uri(session["issuer"]!.GetValue<string>()), session["agency"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(session["kept"]!["access"]!.GetValue<string>()));
    }

    public async ValueTask DisposeAsync()
    {
        await edge.DisposeAsync();
        await region.DisposeAsync();
        await fire.DisposeAsync();
        await police.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Police(string agency) => police.Token(c => c["agency"] = agency);

    /// <summary>The gateway looks first and the service again: what one of them refuses is refused.</summary>
    private async Task<HttpStatusCode> ReadAsync(string token)
    {
        using var direct = await new ApiClient(new Uri(region.Address), token).GetAsync("/v1/events");
        using var answer = await new ApiClient(edge.Http.BaseAddress!, token).GetAsync("/v1/events");
        return direct.StatusCode == answer.StatusCode ? answer.StatusCode : HttpStatusCode.Ambiguous;
    }
}
