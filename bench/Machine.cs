using System.Diagnostics;

namespace Coordination.Bench;

/// <summary>What the figures were taken on: without it a table says nothing.</summary>
public sealed record Machine(string Commit, string Kernel, int Cores, double FsyncP50, double FsyncP95, string Postgres, string Rabbit, bool WasBusy)
{
    /// <summary>A disk whose slow flushes are this many times its usual ones is shared with somebody: nothing measured on it is published.</summary>
    private const double WorstTail = 5;

    /// <summary>True when the disk was even enough.</summary>
    public bool IsQuiet => FsyncP95 <= WorstTail * FsyncP50;

    /// <param name="wasBusy">Whoever measures says that the machine has other work: it stands beside the figures.</param>
    internal static async Task<Machine> LookAsync(bool wasBusy)
    {
        var flushes = Flushes();
        return new(await SayAsync("git", "rev-parse", "--short", "HEAD"), await SayAsync("uname", "-r"), Environment.ProcessorCount,
            Sample.Median(flushes), Sample.Quantile(flushes, 0.95), await VersionAsync("postgresql-15"), await VersionAsync("rabbitmq-server"), wasBusy);
    }

    public override string ToString() =>
        $"fsync of 1 KB: p50 {FsyncP50:0} us, p95 {FsyncP95:0} us; commit {Commit}, kernel {Kernel}, {Cores} cores, PostgreSQL {Postgres}, RabbitMQ {Rabbit}{(WasBusy ? "; BUSY with other work" : "")}";

    private static List<double> Flushes()
    {
        var file = Path.GetTempFileName();
        using (var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Write, preallocationSize: 0))
        {
            RandomAccess.Write(handle, new byte[1024 * 1024], 0);
            RandomAccess.FlushToDisk(handle);
            var took = new List<double>();
            for (var n = 0; n < 300; n++)
            {
                RandomAccess.Write(handle, new byte[1024], n * 1024);
                var start = Stopwatch.GetTimestamp();
                RandomAccess.FlushToDisk(handle);
                took.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
            File.Delete(file);
            return took;
        }
    }

    private static Task<string> VersionAsync(string package) => SayAsync("dpkg-query", "-W", "-f=${Version}", package);

    private static async Task<string> SayAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return (await process.StandardOutput.ReadToEndAsync()).Trim() is { Length: > 0 } said ? said : "absent";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }
}
