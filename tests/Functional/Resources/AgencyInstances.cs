using Coordination.Host;
using Coordination.Platform;

namespace Coordination.Tests.Functional.Resources;

/// <summary>A region in which some agencies run an instance of their own beside the one that serves the others.</summary>
public sealed class AgencyInstances : Region, IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");
    private RunningRegion? running;

    /// <summary>Those that do.</summary>
    internal static IReadOnlyList<string> Agencies { get; } = ["fire", "police", "port", "rail", "health"];

    public async ValueTask InitializeAsync() => running = await RunningRegion.StartAsync(
        Arguments.Parse(["--modules", string.Join(',', ["resources", .. Agencies.Select(a => $"resources@{a}"), "exchange"])], RegionModules.All), RegionModules.All,
        EmbeddedRegion.Settings(folder), TimeProvider.System);

    public override Uri Address => new(running!.Address);

    public override Uri GrpcAddress => new(running!.GrpcAddress!);

    protected override IReadOnlyList<string> Services => [.. running!.Apps.Select(a => a.Instance.Name)];

    protected override string Token(string agency, IReadOnlyList<string> roles, string subject) => running!.Issuer!.Token(agency, roles, subject);

    public async ValueTask DisposeAsync()
    {
        CloseChannels();
        if (running is not null) await running.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
