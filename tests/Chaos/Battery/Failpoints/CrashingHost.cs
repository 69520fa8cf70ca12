using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>An embedded region whose process dies once at a failpoint, and is started again without it by the one who keeps it.</summary>
internal sealed class CrashingHost(string folder) : IAsyncDisposable
{
    private const string Setting = "COORDINATION_FAILPOINT";
    private readonly HostProcess process = new(folder);
    private CancellationTokenSource end = new();
    private Task keeping = Task.CompletedTask;

    internal Door Door => new(process.Address);

    internal Dictionary<string, string> Environment => process.Environment;

    /// <summary>How often it died.</summary>
    internal int Deaths { get; private set; }

    internal string Said => process.Said;

    internal IReadOnlyList<PartView> Parts => [new("host", process.IsRunning ? PartState.Ready : PartState.Ended, null, process.Address, Deaths, "")];

    /// <param name="point"><c>name:n</c>, or null for a life without one.</param>
    internal void Start(string? point)
    {
        if (point is null) process.Environment.Remove(Setting);
        else process.Environment[Setting] = point;
        process.Start();
        end.Dispose();
        end = new();
        keeping = Task.Run(() => KeepAsync(end.Token));
    }

    /// <summary>SIGTERM; one that dies on its way counts as dead.</summary>
    internal async Task StopAsync()
    {
        await end.CancelAsync();
        await keeping;
        if (await process.StopAsync() != 0) Deaths++;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await keeping;
        await process.DisposeAsync();
        end.Dispose();
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (!process.IsRunning)
            {
                Deaths++;
                process.Environment.Remove(Setting);
                process.Start();
            }
            await Until.AMomentAsync();
        }
    }
}
