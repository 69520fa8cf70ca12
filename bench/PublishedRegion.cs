using System.Diagnostics;
using System.Runtime.InteropServices;
using Coordination.CommandLine.Up;

namespace Coordination.Bench;

/// <summary>The region as it is shipped: published with ReadyToRun into <c>artifacts/bench</c>, or before, into the folder that <c>COORDINATION_PROGRAMS</c> names.</summary>
internal sealed class PublishedRegion : IAsyncDisposable
{
    private const string Published = "COORDINATION_PROGRAMS";

    private DistributedRegion? distributed;

    private PublishedRegion(string root, string folder) => (Root, Folder) = (root, folder);

    /// <summary>The repository.</summary>
    internal string Root { get; }

    private string Folder { get; }

    internal static async Task<PublishedRegion> PublishAsync()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Coordination.sln"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run it inside the repository.");
        if (Environment.GetEnvironmentVariable(Published) is { Length: > 0 } published) return new(root, Path.GetFullPath(published));
        var region = new PublishedRegion(root, Path.Combine(root, "artifacts", "bench", "region"));
        Environment.SetEnvironmentVariable(Published, region.Folder);
        await region.PublishAsync("services/Host");
        await region.PublishAsync("gateway");
        return region;
    }

    /// <summary>The region of processes, started by the first that asks for it.</summary>
    internal async Task<DistributedRegion> DistributedAsync(Effort effort) => distributed ??= await DistributedRegion.StartAsync(effort.Ct);

    /// <summary>The processes of the region that are not as they should be, if there is one; for whoever reads why a benchmark failed.</summary>
    internal string Complaints() => distributed?.Complaints() ?? "";

    private Task PublishAsync(string project) => SayAsync(Patience.OfABuild,
        "dotnet", "publish", Path.Combine(Root, project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier.Contains("arm64", StringComparison.Ordinal) ? "linux-arm64" : "linux-x64",
        "--self-contained", "false", "-v", "quiet", "--nologo", "-o", Folder);

    /// <summary>The gateway before one server that stands for every service.</summary>
    internal RunningProcess StartGateway(Uri target, Uri issuer) => RunningProcess.Start("dotnet", [Path.Combine(Folder, "Coordination.Gateway.dll")], url => new()
    {
        ["ASPNETCORE_URLS"] = url, ["COORDINATION_RATE"] = "1000000", ["COORDINATION_REGION"] = "bench", ["COORDINATION_AUTHORITY"] = new Uri(issuer, "/issuer").ToString(),
        ["COORDINATION_ROUTES"] = string.Join(';', Programs.Services.Select(s => $"{s}={target.ToString().TrimEnd('/')}")),
    });

    /// <summary>Gives the token with which calls go through the gateway.</summary>
    internal RunningProcess StartIssuer() => RunningProcess.Start("dotnet", [Path.Combine(Folder, "Coordination.Host.dll"), "--issuer"], url => new()
    {
        ["ASPNETCORE_URLS"] = url, ["COORDINATION_REGION"] = "bench", ["COORDINATION_DATA"] = Directory.CreateTempSubdirectory("bench-issuer").FullName,
    });

    /// <param name="data">Its folder.</param>
    /// <param name="grpc">Where it takes gRPC; nowhere without.</param>
    /// <param name="settings">More of its environment.</param>
    /// <param name="modules">Which instances it runs; every service without.</param>
    internal RunningProcess Start(string data, Uri? grpc = null, Dictionary<string, string>? settings = null, IReadOnlyList<string>? modules = null) => RunningProcess.Start("dotnet",
        [Path.Combine(Folder, "Coordination.Host.dll"), .. modules is null ? (string[])[] : ["--modules", string.Join(',', modules)]], url => new(settings ?? [])
    {
        ["ASPNETCORE_URLS"] = url, ["COORDINATION_DATA"] = data, ["COORDINATION_REGION"] = "bench",
        ["COORDINATION_GRPC_URLS"] = grpc?.GetLeftPart(UriPartial.Authority) ?? "",
    });

    /// <summary>The command line, against a running region. Fails when it does.</summary>
    internal Task CoordAsync(Effort effort, params string[] arguments) =>
        SayAsync(effort.Of(Patience.OfAStart, Patience.OfABuild), "dotnet", [Path.Combine(Root, "artifacts", "bin", "coord", "release", "coord.dll"), .. arguments]);

    private static async Task SayAsync(TimeSpan limit, string program, params string[] arguments)
    {
        var command = $"{program} {string.Join(' ', arguments)}";
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        try
        {
            var said = process.StandardOutput.ReadToEndAsync();
            await Patience.ForAsync(process.WaitForExitAsync(), limit, () => $"{command} did not end");
            if (process.ExitCode != 0) throw new InvalidOperationException($"{command} ended with {process.ExitCode}:\n{await said}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    public ValueTask DisposeAsync() => distributed?.DisposeAsync() ?? ValueTask.CompletedTask;
}
