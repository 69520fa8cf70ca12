using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coordination.Bench;

/// <summary>The region as it is shipped: published with ReadyToRun into <c>artifacts/bench</c>.</summary>
internal sealed class PublishedRegion : IAsyncDisposable
{
    private PublishedRegion(string root) => Root = root;

    /// <summary>The repository.</summary>
    internal string Root { get; }

    private string Folder => Path.Combine(Root, "artifacts", "bench", "host");

    internal static async Task<PublishedRegion> PublishAsync()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Coordination.sln"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run it inside the repository.");
        var region = new PublishedRegion(root);
        await SayAsync("dotnet", "publish", Path.Combine(root, "services", "Host"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier.Contains("arm64", StringComparison.Ordinal) ? "linux-arm64" : "linux-x64",
            "--self-contained", "false", "-v", "quiet", "--nologo", "-o", region.Folder);
        await SayAsync("dotnet", "build", Path.Combine(root, "clients", "coord"), "-c", "Release", "-v", "quiet", "--nologo");
        return region;
    }

    internal RunningProcess Start(string data) => RunningProcess.Start("dotnet", [Path.Combine(Folder, "Coordination.Host.dll")], url => new()
    {
        ["ASPNETCORE_URLS"] = url, ["COORDINATION_DATA"] = data, ["COORDINATION_REGION"] = "bench",
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

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
