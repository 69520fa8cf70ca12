using Coordination.CommandLine.Provisioning;
using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Storage;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Coordination.Tests.Functional.Counts;

/// <summary>The service that takes reports, on PostgreSQL, with a tap on its wire. One for all counts: there is one role of its name.</summary>
[CollectionDefinition]
public sealed class TappedIntake : IAsyncLifetime, ICollectionFixture<TappedIntake>
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");
    private RunningRegion? running;
    private WireTap? tap;

    internal WireTap Tap => tap!;

    internal RunningRegion Running => running!;

    internal ApiClient Reporter => new(new Uri(running!.Address), running.Issuer!.Token("county", [Contracts.Roles.Reporter, Contracts.Roles.DutyOfficer], "reporter-1"));

    public async ValueTask InitializeAsync()
    {
        var server = await PrivatePostgres.ServerAsync();
        await DatabaseProvision.RunAsync(server.AdminConnection, ["intake"], folder, CancellationToken.None);
        tap = new WireTap(server.Port);
        var own = new NpgsqlConnectionStringBuilder(await File.ReadAllTextAsync(Path.Combine(folder, "intake.database"))) { Port = tap.Port };
        running = await RunningRegion.StartAsync(Arguments.Parse(["--modules", "intake"], RegionModules.All), RegionModules.All, new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["COORDINATION_DATA"] = folder,
            ["COORDINATION_DATABASE"] = own.ToString(),
            ["COORDINATION_REGION"] = "test",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        }).Build(), TimeProvider.System);
    }

    /// <summary>Waits until every event is sealed and handed on.</summary>
    internal async Task QuietAsync()
    {
        var reader = new ApiClient(new Uri(running!.Address), running.Issuer!.Token("region", [Contracts.Roles.Operator], "operator-1"));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        for (string? before = null; ;)
        {
            var state = await reader.GetJsonAsync("/v1/intake/journal");
            var quiet = state.GetProperty("unsealed").GetInt32() == 0 && state.GetProperty("unpublished").GetInt64() == 0;
            if (quiet && state.GetRawText() == before) return;
            before = quiet ? state.GetRawText() : null;
            Assert.False(limit.IsCancellationRequested, $"it does not come to rest: {state}");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (tap is not null) await tap.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
