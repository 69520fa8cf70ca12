using Coordination.CommandLine.Servers;
using Coordination.CommandLine.Up;

namespace Coordination.Bench;

/// <summary>A region of processes with a private broker and database, as <c>coord up</c> starts it; the twins stand on the same two servers.</summary>
internal sealed class DistributedRegion : IAsyncDisposable
{
    private const int LinesSaid = 5;
    private readonly string folder = Directory.CreateTempSubdirectory("bench").FullName;
    private LocalRegion? running;

    internal Uri Address => running!.Address;

    internal Uri GrpcAddress => running!.GrpcAddress;

    /// <summary>The database, for a twin: with rights on everything.</summary>
    internal string Database => running!.Postgres!.AdminConnection.Replace("Pooling=False", "Pooling=True", StringComparison.OrdinalIgnoreCase);

    /// <summary>The broker, for a twin, in a virtual host of its own name.</summary>
    internal Uri Broker
    {
        get
        {
            var management = running!.Rabbit!.Management;
            return new($"amqp://{management.UserInfo}@127.0.0.1:{running.Rabbit.Port}/%2f");
        }
    }

    internal static async Task<DistributedRegion> StartAsync(CancellationToken ct)
    {
        var region = new DistributedRegion();
        try
        {
            await region.RunAsync(ct);
            return region;
        }
        catch
        {
            await region.DisposeAsync();
            throw;
        }
    }

    /// <summary>Processes that are not ready, each with the last lines of its log.</summary>
    internal string Complaints() => string.Concat(running!.Parts.Where(p => p.View.State != PartState.Ready)
        .Select(p => $"\n    {p.Part.Name} is {p.View.State.ToString().ToLowerInvariant()}: {string.Join("\n      ", p.Said.Split('\n').TakeLast(LinesSaid))}"));

    private async Task RunAsync(CancellationToken ct)
    {
        // PostgreSQL does not run as root: its own user must be able to pass through.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        // One address makes all calls here: its bucket must not be what is measured.
        Environment.SetEnvironmentVariable("COORDINATION_RATE", "1000000");
        Uri At() => new($"http://127.0.0.1:{ServerProcess.FreePort()}");
        running = await LocalRegion.StartAsync(new UpSettings(folder, null, null, Programs.Services, At(), At(), "bench"), Console.WriteLine, ct);
        await running.ReadyAsync(Patience.OfAStart, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
