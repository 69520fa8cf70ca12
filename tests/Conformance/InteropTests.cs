using System.Diagnostics;
using Coordination.Rpc;

namespace Coordination.Tests.Conformance;

/// <summary>Our gRPC with itself and with the real peers, both ways round.</summary>
public sealed class InteropTests(InteropServer server) : IClassFixture<InteropServer>
{
    public static TheoryData<string> Cases => [.. InteropCases.Names];

    public static MatrixTheoryData<string, string> PeersAndCases => new(Peer.All, InteropCases.Names);

    [Theory, MemberData(nameof(Cases))]
    public async Task Our_client_and_our_server_agree_on(string name)
    {
        using var channel = RpcChannel.ForAddress(server.Address);
        await new InteropCases(channel.CreateCallInvoker()).RunAsync(name);
    }

    [Theory, MemberData(nameof(PeersAndCases))]
    public async Task A_real_client_and_our_server_agree_on(string peer, string name)
    {
        using var client = Peer.Start(peer, "client", server.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), name);
        var said = await client.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await client.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await client.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(client.ExitCode == 0, said);
    }

    [Theory, MemberData(nameof(PeersAndCases))]
    public async Task Our_client_and_a_real_server_agree_on(string peer, string name)
    {
        await using var running = await RunningPeer.StartAsync(peer);
        using var channel = RpcChannel.ForAddress(running.Address);
        await new InteropCases(channel.CreateCallInvoker()).RunAsync(name);
    }
}

/// <summary>Debian's python3-grpcio and npm's @grpc/grpc-js.</summary>
internal static class Peer
{
    internal static readonly string[] All = ["python", "node"];

    internal static Process Start(string peer, params string[] arguments) => Process.Start(new ProcessStartInfo(
        peer == "python" ? "/usr/bin/python3" : "node", [Path.Combine(AppContext.BaseDirectory, "peers", peer == "python" ? "interop.py" : "interop.js"), .. arguments])
    {
        RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder,
    })!;

    /// <summary>Where the locked packages of the node peer are.</summary>
    private static string Folder
    {
        get
        {
            var at = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(at, "Coordination.sln"))) at = Path.GetDirectoryName(at)!;
            return Path.Combine(at, "tests", "Conformance", "peers");
        }
    }
}

/// <summary>A real server; it says its port on its first line.</summary>
internal sealed class RunningPeer : IAsyncDisposable
{
    private readonly Process process;

    private RunningPeer(Process process, Uri address) => (this.process, Address) = (process, address);

    internal Uri Address { get; }

    internal static async Task<RunningPeer> StartAsync(string peer)
    {
        var started = Peer.Start(peer, "server");
        var port = await started.StandardOutput.ReadLineAsync();
        return port is not null ? new(started, new Uri($"http://127.0.0.1:{port}")) : throw new InvalidOperationException(await started.StandardError.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
