using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coordination.Bench;

/// <summary>The region as it is shipped: published with ReadyToRun into <c>artifacts/bench</c>.</summary>
internal sealed class PublishedRegion : IAsyncDisposable
{
    private PublishedRegion(string root) => Root = root;

    /// <summary>The repository.</summary>
    internal string Root { get; }

    private static readonly string[] Services = ["intake", "command", "resources", "publicinformation", "mediation", "oversight", "exchange"];

    private string Folder => Path.Combine(Root, "artifacts", "bench", "region");

    private DistributedRegion? distributed;
    private bool isPublished;

    /// <summary>The region of processes, started by the first that asks for it.</summary>
    internal async Task<DistributedRegion> DistributedAsync()
    {
        if (distributed is not null) return distributed;
        await ShippedAsync();
        Environment.SetEnvironmentVariable("COORDINATION_PROGRAMS", Folder);
        return distributed = await DistributedRegion.StartAsync();
    }

    /// <summary>For benchmarks that start what is shipped: published once.</summary>
    internal async Task<PublishedRegion> ShippedAsync()
    {
        if (isPublished) return this;
        await PublishAsync("services/Host");
        await PublishAsync("gateway");
        isPublished = true;
        return this;
    }

    internal static async Task<PublishedRegion> BuildAsync()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Coordination.sln"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run it inside the repository.");
        var region = new PublishedRegion(root);
        await SayAsync("dotnet", "build", Path.Combine(root, "clients/coord"), "-c", "Release", "-v", "quiet", "--nologo");
        return region;
    }

    private Task PublishAsync(string project) => SayAsync(
        "dotnet", "publish", Path.Combine(Root, project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier.Contains("arm64", StringComparison.Ordinal) ? "linux-arm64" : "linux-x64",
        "--self-contained", "false", "-v", "quiet", "--nologo", "-o", Folder);

    /// <summary>The gateway before one server that stands for every service.</summary>
    internal RunningProcess StartGateway(Uri target) => RunningProcess.Start("dotnet", [Path.Combine(Folder, "Coordination.Gateway.dll")], url => new()
    {
        ["ASPNETCORE_URLS"] = url, ["COORDINATION_RATE"] = "1000000",
        ["COORDINATION_ROUTES"] = string.Join(';', Services.Select(s => $"{s}={target.ToString().TrimEnd('/')}")),
    });

    internal RunningProcess Start(string data, Uri? grpc = null) => RunningProcess.Start("dotnet", [Path.Combine(Folder, "Coordination.Host.dll")], url => new()
    {
        ["ASPNETCORE_URLS"] = url, ["COORDINATION_DATA"] = data, ["COORDINATION_REGION"] = "bench",
        ["COORDINATION_GRPC_URLS"] = grpc?.GetLeftPart(UriPartial.Authority) ?? "",
    });

    /// <summary>The command line, against a running region. Fails when it does.</summary>
    internal Task CoordAsync(params string[] arguments) =>
        SayAsync("dotnet", [Path.Combine(Root, "artifacts", "bin", "coord", "release", "coord.dll"), .. arguments]);

    private static async Task SayAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{said}");
    }

    public ValueTask DisposeAsync() => distributed?.DisposeAsync() ?? ValueTask.CompletedTask;
}
