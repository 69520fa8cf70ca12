using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Coordination.Bench;

/// <summary>A server process under measurement.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private const int LinesSaid = 5;
    private readonly Process process;
    private readonly string name;
    private readonly Queue<string> said = new();
    private readonly Stopwatch since = Stopwatch.StartNew();

    private RunningProcess(Process process, string name, Uri address)
    {
        (this.process, this.name, Address) = (process, name, address);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal Uri Address { get; }

    internal static RunningProcess Start(string program, IReadOnlyList<string> arguments, Func<string, Dictionary<string, string>> environment)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
        probe.Stop();
        var start = new ProcessStartInfo(program, arguments.Select(a => a.Replace("{url}", url, StringComparison.Ordinal))) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment(url)) start.Environment[name] = value;
        return new(Process.Start(start)!, string.Join(' ', arguments.Prepend(program).Select(a => a.Split('/')[^1])), new Uri(url));
    }

    /// <summary>Milliseconds from the start of the process to its first 200 on <c>/ready</c>.</summary>
    internal async Task<double> ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        while (since.Elapsed < Patience.OfAStart)
        {
            if (process.HasExited) throw new InvalidOperationException($"{name} ended with {process.ExitCode} before it was ready: {Said}");
            try
            {
                using var answer = await http.GetAsync("/ready");
                if (answer.IsSuccessStatusCode) return since.Elapsed.TotalMilliseconds;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or too busy to answer.
            }
            await Task.Delay(2);
        }
        throw new TimeoutException($"{name} was not ready in {Patience.OfAStart.TotalSeconds:0} s: {Said}");
    }

    /// <summary>Its last lines.</summary>
    private string Said
    {
        get
        {
            lock (said) return string.Join("\n      ", said);
        }
    }

    /// <summary>Resident memory in MB, as the kernel counts it.</summary>
    internal double ResidentMegabytes() => File.ReadLines($"/proc/{process.Id}/status").Where(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(l => double.Parse(l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    /// <summary>SIGTERM; returns the exit status.</summary>
    internal async Task<int> TerminateAsync()
    {
        _ = SysKill(process.Id, 15);
        await Patience.ForAsync(process.WaitForExitAsync(), Patience.OfACall, () => $"{name} did not end after SIGTERM: {Said}");
        return process.ExitCode;
    }

    internal async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > LinesSaid) said.Dequeue();
        }
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
