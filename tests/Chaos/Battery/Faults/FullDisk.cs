using Npgsql;

namespace Coordination.Tests.Chaos;

/// <summary>F6: the disk under the database or the broker is full to the last byte; then space returns, and a server that died of it is started again.</summary>
internal sealed class FullDisk(string name, Func<BatteryRegion, SmallDisk?> disk, Func<BatteryRegion, CancellationToken, Task> restart) : IFault
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(6);

    public string Name => $"F6 disk of the {name} full";

    internal static FullDisk OfDatabase { get; } = new("database", r => r.DatabaseDisk, DatabaseServesAsync);

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

    /// <summary>A server that is about to die of the full disk still runs when space returns: only one that answers will go on.</summary>
    private static Task DatabaseServesAsync(BatteryRegion region, CancellationToken ct)
    {
        var database = region.Running.Postgres!;
        var last = "";
        return Until.TrueAsync(async () =>
        {
            try
            {
                if (!database.IsRunning) await database.StartAsync(ct);
                await using var connection = new NpgsqlConnection(database.AdminConnection);
                await connection.OpenAsync(ct);
                return true;
            }
            catch (NpgsqlException e)
            {
                last = e.Message;
                return false;
            }
        }, RegionLoad.Patience, () => $"the database does not answer: {last}");
    }
}
