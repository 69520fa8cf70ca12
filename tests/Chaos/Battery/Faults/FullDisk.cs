namespace Coordination.Tests.Chaos;

/// <summary>F6: the disk under the database or the broker is full to the last byte; then space returns, and a server that died of it is started again.</summary>
internal sealed class FullDisk(string name, Func<BatteryRegion, SmallDisk?> disk, Func<BatteryRegion, CancellationToken, Task> restart) : IFault
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(6);

    public string Name => $"F6 disk of the {name} full";

    internal static FullDisk OfDatabase { get; } = new("database", r => r.DatabaseDisk, (r, ct) => r.Running.Postgres!.IsRunning ? Task.CompletedTask : r.Running.Postgres.StartAsync(ct));

    internal static FullDisk OfBroker { get; } = new("broker", r => r.BrokerDisk, (r, ct) => r.Running.Rabbit!.IsRunning ? Task.CompletedTask : r.Running.Rabbit.StartAsync(ct));

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        Assert.True(disk(region) is not null, "F6 mounts small file systems, which takes root: run the battery as root.");
        await disk(region)!.FillAsync();
        await Until.LastsAsync(AWhile);
    }

    public async Task EndAsync(BatteryRegion region, CancellationToken ct)
    {
        disk(region)?.Free();
        await restart(region, ct);
    }
}
