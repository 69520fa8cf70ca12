using Coordination.CommandLine.Servers;
using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Resources;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Peers;

/// <summary>A service that is asked may be away; who asks says so, and goes on when it is back.</summary>
public sealed class AwayTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("peers-").FullName;
    private readonly Uri resources = new($"http://127.0.0.1:{ServerProcess.FreePort()}");
    private readonly Uri nobody = new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    [Fact]
    public async Task A_peer_that_is_away_is_named_and_asked_again_at_its_next_replica_when_it_is_back()
    {
        await using var command = await StartAsync("command", $"resources={nobody},{resources}");
        ApiClient As(params string[] roles) => new(new Uri(command.Address), command.Issuer!.Token("county", roles, "ann"));
        using var set = await As(Roles.Operator).PutAsync("/v1/jurisdictions/220000", """{"tier":"Province","parent":null,"name":"p","nameZh":"p"}""");
        await set.JsonAsync();
        using var opened = await As(Roles.DutyOfficer, Roles.Commander).PostAsync("/v1/incidents", new
        {
            kind = "FloodOrDrought", title = "Flood", jurisdiction = "220000", occurredAt = DateTimeOffset.UtcNow.AddMinutes(-5), knownAt = DateTimeOffset.UtcNow.AddMinutes(-4),
        });
        var path = $"/v1/incidents/{(await opened.JsonAsync()).Id()}/availability";
        using (var away = await As(Roles.Commander).GetAsync(path))
        {
            Assert.NotNull(away.Headers.RetryAfter);
            Assert.Equal("The service resources of county does not answer now; try again.", (await away.ProblemAsync(503, "peer-unavailable")).Text("detail"));
        }
        await using var back = await StartAsync("resources", null, $"{command.Address}/issuer");
        using var again = await AskedAgain.UntilServedAsync(() => As(Roles.Commander).GetAsync(path));
        var seen = await again.JsonAsync();
        Assert.Equal("", Assert.Single(seen.GetProperty("agencies").EnumerateArray()).Text("unanswered"));
    }

    [Fact]
    public async Task Routes_that_cannot_be_read_are_named_before_anything_starts()
    {
        var refused = await Assert.ThrowsAsync<StartFailedException>(() => StartAsync("command", "resources"));
        Assert.Contains("COORDINATION_GRPC_ROUTES", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<RunningRegion> StartAsync(string module, string? routes, string? authority = null) => RunningRegion.StartAsync(
        Arguments.Parse(["--modules", module], RegionModules.All), RegionModules.All, new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["COORDINATION_DATA"] = Path.Combine(folder, module),
            ["COORDINATION_REGION"] = "test",
            ["COORDINATION_AUTHORITY"] = authority,
            ["COORDINATION_GRPC_ROUTES"] = routes,
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["COORDINATION_GRPC_URLS"] = module == "resources" ? resources.ToString() : "http://127.0.0.1:0",
        }).Build(), TimeProvider.System);
}
