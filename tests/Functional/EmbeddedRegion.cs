using Coordination.Host;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional;

/// <summary>A whole region in this process: SQLite files in a folder of its own, a real listener on loopback.</summary>
public sealed class EmbeddedRegion : Region, IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");
    private RunningRegion? running;

    /// <summary>Its data folder.</summary>
    public string Folder => folder;

    public override Uri Address => new(running!.Address);

    public override Uri GrpcAddress => new(running!.GrpcAddress!);

    protected override IReadOnlyList<string> Services => [.. running!.Apps.Select(a => a.Instance.Name)];

    internal RunningRegion Running => running!;

    public async ValueTask InitializeAsync() => running = await StartAsync();

    /// <summary>Stops cleanly and starts again on the same files.</summary>
    public async Task RestartAsync()
    {
        await running!.DisposeAsync();
        running = await StartAsync();
    }

    protected override string Token(string agency, IReadOnlyList<string> roles, string subject) => running!.Issuer!.Token(agency, roles, subject);

    public async ValueTask DisposeAsync()
    {
        CloseChannels();
        if (running is not null) await running.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private Task<RunningRegion> StartAsync() => RunningRegion.StartAsync(
        Arguments.Parse([], RegionModules.All), RegionModules.All, Settings(folder), TimeProvider.System, typeof(RegionModules).Assembly);

    internal static IConfiguration Settings(string folder) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["COORDINATION_DATA"] = folder,
        ["COORDINATION_REGION"] = "test",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["COORDINATION_GRPC_URLS"] = "http://127.0.0.1:0",
        ["COORDINATION_WEBHOOK_ALLOW"] = Exchange.Receiver.Allowed,
    }).Build();
}
