using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Coordination.Bench;

/// <summary>A server process under measurement.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Stopwatch since = Stopwatch.StartNew();

    private RunningProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    internal Uri Address { get; }

    internal static RunningProcess Start(string program, IReadOnlyList<string> arguments, Func<string, Dictionary<string, string>> environment)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
        probe.Stop();
        var start = new ProcessStartInfo(program, arguments.Select(a => a.Replace("{url}", url, StringComparison.Ordinal))) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment(url)) start.Environment[name] = value;
        var started = Process.Start(start)!;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new(started, new Uri(url));
    }

    /// <summary>Milliseconds from the start of the process to its first 200 on <c>/ready</c>.</summary>
    internal async Task<double> ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (since.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (process.HasExited) throw new InvalidOperationException($"It ended with {process.ExitCode} before it was ready.");
            try
            {
                using var answer = await http.GetAsync("/ready");
                if (answer.IsSuccessStatusCode) return since.Elapsed.TotalMilliseconds;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(2);
        }
        throw new TimeoutException("It was not ready in two minutes.");
    }

    /// <summary>Resident memory in MB, as the kernel counts it.</summary>
    internal double ResidentMegabytes() => File.ReadLines($"/proc/{process.Id}/status").Where(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(l => double.Parse(l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    /// <summary>SIGTERM; returns the exit status.</summary>
    internal async Task<int> TerminateAsync()
    {
        _ = SysKill(process.Id, 15);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    internal async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SysKill(int pid, int signal);
}
