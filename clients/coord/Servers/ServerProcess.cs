using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Coordination.CommandLine.Servers;

/// <summary>A server program that was started here: it is heard, ended politely or killed, and never left behind.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int LinesKept = 50;
    private const int FirstPort = 20_000;
    private const int FirstOutgoing = 32_768;
    private static readonly ConcurrentDictionary<int, bool> Given = new();
    private readonly Process process;
    private readonly Queue<string> said = new();
    private readonly Action<string>? hear;

    private ServerProcess(Process process, Action<string>? hear) => (this.process, this.hear) = (process, hear);

    internal int Id => process.Id;

    /// <summary>Ends when the process has.</summary>
    internal Task EndAsync() => process.WaitForExitAsync();

    internal bool HasExited => process.HasExited;

    internal int ExitCode => process.ExitCode;

    /// <summary>The last lines that it wrote.</summary>
    internal string Said
    {
        get
        {
            lock (said) return string.Join('\n', said);
        }
    }

    /// <param name="program">What to run.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Added to this process's own.</param>
    /// <param name="hear">Gets each line that it writes, from any thread.</param>
    internal static ServerProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, Action<string>? hear = null)
    {
        // A session of its own: Ctrl-C at the terminal is for whoever started it, who then ends it in good order.
        var start = new ProcessStartInfo("setsid", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var started = new ServerProcess(Process.Start(start)!, hear);
        started.process.OutputDataReceived += (_, line) => started.Hear(line.Data);
        started.process.ErrorDataReceived += (_, line) => started.Hear(line.Data);
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>SIGTERM, then SIGKILL when it has not ended within the limit.</summary>
    internal async Task StopAsync(TimeSpan limit)
    {
        if (HasExited) return;
        _ = SysKill(process.Id, 15);
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    /// <summary>SIGKILL: nothing is flushed.</summary>
    internal async Task KillAsync()
    {
        if (!HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP or SIGCONT: the process stands still, its sockets stay open.</summary>
    internal void Pause(bool paused) => _ = SysKill(process.Id, paused ? 19 : 18);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    /// <summary>
    /// A TCP port on loopback that nobody uses now, that this process was not given before, and that the system gives to no outgoing connection before the
    /// server has it.
    /// </summary>
    internal static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(FirstPort, FirstOutgoing);
            if (!Given.TryAdd(port, true)) continue;
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody has it: another one.
            }
        }
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > LinesKept) said.Dequeue();
        }
        hear?.Invoke(line);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SysKill(int pid, int signal);
}

/// <summary>A server cannot be started here; the message says why and what to do.</summary>
internal sealed class ServerException(string message) : Exception(message);
