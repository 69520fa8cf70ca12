using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>A region in a process of its own, which can be killed at any moment and started again on its files.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly string folder;
    private readonly StringWriter said = new();
    private Process? process;

    internal HostProcess(string folder)
    {
        this.folder = folder;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}");
    }

    internal Uri Address { get; }

    /// <summary>Settings beyond folder, name and address.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    /// <summary>What it wrote to the console, over all its lives.</summary>
    internal string Said => said.ToString();

    internal int Id => process!.Id;

    internal bool IsRunning => process is { HasExited: false };

    /// <summary>Starts it and returns at once: it may still be migrating.</summary>
    internal void Start(params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [Programs.Host, .. more]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["COORDINATION_DATA"] = folder;
        start.Environment["COORDINATION_REGION"] = "chaos";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/');
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            Assert.False(process!.HasExited || limit.IsCancellationRequested, "the region ended by itself, or was not ready in three minutes");
            try
            {
                using var answer = await http.GetAsync("/ready");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(20);
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said.</summary>
    internal async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and the exit status.</summary>
    internal async Task<int> StopAsync()
    {
        Assert.Equal(0, SysKill(process!.Id, 15));
        return await EndAsync();
    }

    /// <summary>Its end, when it has said all: the exit status.</summary>
    internal async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process!.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning) await KillAsync();
        process?.Dispose();
    }

    private void Hear(string? line)
    {
        lock (said) said.WriteLine(line);
    }

    internal static string Assembly(string name) => Path.Combine(AppContext.BaseDirectory, name);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SysKill(int pid, int signal);
}
