using System.Diagnostics;
using Coordination.CommandLine.Provisioning;
using Coordination.CommandLine.Servers;
using Coordination.CommandLine.Up;
using Microsoft.Data.Sqlite;

namespace Coordination.Tests.Chaos;

/// <summary>One cell of F2: a region on fresh files under load dies at the point, lives on without it, comes to rest, stops cleanly, and is checked.</summary>
internal sealed class CrashCell(CrashPoint point, int nth, ITestOutputHelper output) : IAsyncDisposable
{
    private const string Refuse = "CREATE TRIGGER refuses BEFORE INSERT ON journal WHEN NEW.is_imported BEGIN SELECT RAISE(ABORT, 'refused on purpose'); END";
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-crash-").FullName;
    private LocalRabbit? rabbit;

    /// <summary>Breaks a service's database on purpose before the load begins.</summary>
    internal (string Service, string Sql)? Sabotage { get; init; }

    /// <summary>A subscriber that begins anew after each break, as if it kept no cursor.</summary>
    internal bool ForgetsItsCursor { get; init; }

    private string Data => Path.Combine(folder, "data");

    private string Armed => $"{point}:{nth}";

    /// <summary>Plays it. Gives what the checker says.</summary>
    internal async Task<IReadOnlyList<Cell>> RunAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var (clock, file) = (Stopwatch.StartNew(), Path.Combine(folder, "clients.log"));
        output.WriteLine($"F2 {Armed}   COORDINATION_SEED={BatteryOptions.Seed}");
        await using var host = new CrashingHost(Data);
        if (point.Arrangement is Arrangement.Broker) await JoinBrokerAsync(host, ct);
        var waits = Sabotage is not null || ForgetsItsCursor || point.Arrangement is Arrangement.Refusing or Arrangement.SetAside;
        host.Start(waits ? null : Armed);
        var scene = await BatteryScene.SetAsync(host.Door, ct);
        if (Sabotage is { } sabotage) await RestartAsync(host, sabotage.Service, sabotage.Sql, Armed);
        else if (waits && !ForgetsItsCursor) await RestartAsync(host, "exchange", Refuse, point.Arrangement is Arrangement.Refusing ? Armed : null);
        await scene.RunClocksAsync(run: true, ct);
        await using var load = await RegionLoad.StartAsync(host.Door, scene, "crash", file, 0, BatteryOptions.RandomOf(Armed), ct, ForgetsItsCursor);
        await load.EachAsync(2, RegionLoad.Patience);
        await ArrangeAsync(host, load);
        await Until.TrueAsync(() => host.Deaths == 1, Healing.Limit, () => $"{point} was not reached: {host.Said}");
        var until = DateTimeOffset.UtcNow + Healing.Limit;
        await load.EachAsync(1, Healing.Limit);
        await load.StopAsync(until);
        await scene.RunClocksAsync(run: false, ct);
        var heads = await Healing.RestAsync(host.Door, scene.Operator, () => host.Parts, Healing.Limit, ct);
        await load.EndStreamsAsync(heads["exchange"], until);
        await host.StopAsync();
        Assert.Equal(1, host.Deaths);
        var log = ClientLog.Read(file);
        IReadOnlyList<Cell> cells =
        [
            .. RegionCheck.Of(await CopyReader.FolderAsync(Data), log, DateTimeOffset.UtcNow),
            StreamRegister.Check(Subscriber.Register, log, heads["exchange"]),
        ];
        output.WriteLine($"{RegionCheck.Report(cells)}\n{clock.Elapsed.TotalSeconds:0.0} s");
        return cells;
    }

    public async ValueTask DisposeAsync()
    {
        if (rabbit is not null) await rabbit.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the load alone does not bring about.</summary>
    private async Task ArrangeAsync(CrashingHost host, RegionLoad load)
    {
        if (ForgetsItsCursor)
        {
            // One that had nothing yet has nothing to forget.
            await load.HeardAsync(Healing.Limit);
            await RestartAsync(host, null, "", Armed);
        }
        if (point.Arrangement is Arrangement.Stopping) await RestartAsync(host, null, "", null);
        if (point.Arrangement is Arrangement.SetAside) await RestartAsync(host, "exchange", "DROP TRIGGER refuses", Armed);
        if (point.Arrangement is not Arrangement.Refusing) return;
        await Until.TrueAsync(() => host.Deaths == 1, Healing.Limit, () => $"{point} was not reached: {host.Said}");
        await RestartAsync(host, "exchange", "DROP TRIGGER refuses", null);
    }

    /// <summary>A stop in good order, a change to a service's file, and a new life.</summary>
    private async Task RestartAsync(CrashingHost host, string? service, string sql, string? armed)
    {
        await host.StopAsync();
        if (service is not null)
        {
            await using var database = new SqliteConnection($"Data Source={Path.Combine(Data, $"{service}.db")};Pooling=False");
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
        host.Start(armed);
    }

    private async Task JoinBrokerAsync(CrashingHost host, CancellationToken ct)
    {
        var secrets = Path.Combine(folder, "secrets");
        rabbit = await LocalRabbit.StartAsync(Path.Combine(folder, "rabbitmq"), ct);
        await BrokerProvision.ForRegion(rabbit.Management).RunAsync(Programs.Services, secrets, null, ct);
        host.Environment["COORDINATION_BROKER_FILE"] = Path.Combine(secrets, "{instance}.broker");
    }
}
