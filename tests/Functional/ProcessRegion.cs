using Coordination.CommandLine.Up;
using Coordination.Platform;
using Coordination.Tests.Chaos;

namespace Coordination.Tests.Functional;

/// <summary>A whole region in one process of its own, as <c>./try</c> runs it: what it says and what it sends to a collector is its own.</summary>
internal sealed class ProcessRegion : Region, IAsyncDisposable
{
    private readonly HostProcess process;
    private readonly LocalIssuer issuer;

    private ProcessRegion(string folder, HostProcess process)
    {
        (Folder, this.process) = (folder, process);
        issuer = LocalIssuer.Open(folder, EmbeddedRegion.Name, TimeProvider.System);
    }

    /// <summary>Its data folder.</summary>
    internal string Folder { get; }

    /// <summary>All that it wrote to the console.</summary>
    internal string Said => process.Said;

    public override Uri Address => process.Address;

    public override Uri GrpcAddress => throw new NotSupportedException("It is reached by HTTP alone.");

    protected override IReadOnlyList<string> Services => throw new NotSupportedException("Who plays a drill waits for its rest.");

    /// <param name="collector">Where its traces, metrics and logs go.</param>
    /// <param name="own">Instances of agencies that keep their own resources.</param>
    internal static async Task<ProcessRegion> StartAsync(string collector, IReadOnlyList<string> own)
    {
        var folder = Directory.CreateTempSubdirectory("coordination-").FullName;
        var host = new HostProcess(folder) { Environment = { ["COORDINATION_REGION"] = EmbeddedRegion.Name, ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector } };
        host.Start("--modules", string.Join(',', [.. Programs.Services, .. own]));
        await host.ReadyAsync();
        return new ProcessRegion(folder, host);
    }

    /// <summary>Stops it in good order, so that it has said and sent all.</summary>
    internal async Task StopAsync() => Assert.Equal(0, await process.StopAsync());

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected override string Token(string agency, IReadOnlyList<string> roles, string subject) => issuer.Token(agency, roles, subject);
}
