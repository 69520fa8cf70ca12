using Coordination.Host;
using Coordination.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional;

/// <summary>A whole region in this process: SQLite files in a folder of its own, a real listener on loopback.</summary>
public sealed class EmbeddedRegion : Region, IAsyncLifetime
{
    /// <summary>What it is called.</summary>
    internal const string Name = "test";

    /// <summary>Instances of agencies that keep their own resources.</summary>
    private IReadOnlyList<string> own = [];

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

    /// <summary>A region on a copy of another's files as they are now, in whatever process that one runs. It is the caller's to dispose of.</summary>
    internal static async Task<EmbeddedRegion> OnACopyOfAsync(string original, IReadOnlyList<string> own)
    {
        var copy = new EmbeddedRegion { own = own };
        Directory.CreateDirectory(copy.folder);
        foreach (var key in Directory.GetFiles(original, "*.key")) File.Copy(key, Path.Combine(copy.folder, Path.GetFileName(key)));
        foreach (var file in Directory.GetFiles(original, "*.db"))
        {
            await using var from = new SqliteConnection($"Data Source={file};Pooling=False");
            await using var to = new SqliteConnection($"Data Source={Path.Combine(copy.folder, Path.GetFileName(file))};Pooling=False");
            await from.OpenAsync();
            from.BackupDatabase(to);
        }
        await copy.InitializeAsync();
        return copy;
    }

    protected override string Token(string agency, IReadOnlyList<string> roles, string subject) => running!.Issuer!.Token(agency, roles, subject);

    public async ValueTask DisposeAsync()
    {
        CloseChannels();
        if (running is not null) await running.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private Task<RunningRegion> StartAsync() => RunningRegion.StartAsync(
        Arguments.Parse(["--modules", string.Join(',', [.. RegionModules.All.Select(m => m.Name), .. own])], RegionModules.All), RegionModules.All, Settings(folder), TimeProvider.System, typeof(RegionModules).Assembly);

    internal static IConfiguration Settings(string folder) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["COORDINATION_DATA"] = folder,
        ["COORDINATION_REGION"] = Name,
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["COORDINATION_GRPC_URLS"] = "http://127.0.0.1:0",
        ["COORDINATION_WEBHOOK_ALLOW"] = Exchange.Receiver.Allowed,
    }).Build();
}
