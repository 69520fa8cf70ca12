using System.Diagnostics;

namespace Coordination.Tests.Chaos;

/// <summary>
/// One cell of the battery: load, the fault under load, its end, healing without a hand, rest, and then the offline checker over the clients' log
/// and a copy of every database.
/// </summary>
internal static class BatteryCell
{
    internal static async Task RunAsync(BatteryRegion region, IFault fault, ITestOutputHelper output)
    {
        var ct = TestContext.Current.CancellationToken;
        var clock = Stopwatch.StartNew();
        output.WriteLine($"{fault.Name}   COORDINATION_SEED={BatteryOptions.Seed}{(BatteryOptions.IsWhole ? " COORDINATION_BATTERY=whole" : "")}");
        var cell = $"{fault.Name.Replace(' ', '-')}-{Guid.NewGuid():N}"[..^20];
        var (file, answers) = (region.LogOf(cell), region.AnswersBefore);
        await region.Scene.RunClocksAsync(run: true, ct);
        var before = await Healing.RestAsync(region.Door, region.Scene.Operator, () => region.Parts, RegionLoad.Patience, ct);
        await using var load = await RegionLoad.StartAsync(region.Door, region.Scene, cell, file, before["exchange"], BatteryOptions.RandomOf(fault.Name), ct);
        output.WriteLine($"load after {clock.Elapsed.TotalSeconds:0.0} s");
        await load.EachAsync(answers, RegionLoad.Patience);
        output.WriteLine($"strike after {clock.Elapsed.TotalSeconds:0.0} s");
        try
        {
            await fault.InjectAsync(region, ct);
        }
        finally
        {
            await fault.EndAsync(region, CancellationToken.None);
        }
        var (until, struck) = (DateTimeOffset.UtcNow + Healing.Limit, clock.Elapsed);
        await load.EachAsync(1, Healing.Limit);
        output.WriteLine($"served again {(clock.Elapsed - struck).TotalSeconds:0.0} s after its end");
        await load.StopAsync(until);
        await region.Scene.RunClocksAsync(run: false, ct);
        var heads = await Healing.RestAsync(region.Door, region.Scene.Operator, () => region.Parts, until - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero, ct);
        output.WriteLine(Healing.Say(clock.Elapsed - struck));
        await load.EndStreamsAsync(heads["exchange"], until);
        var mine = ClientLog.Read(file);
        // Its subscriber began with the cell; all else is counted from the region's beginning.
        Report([.. region.Checks.News(await CheckAsync(region, ct)), StreamRegister.Check(Subscriber.Register, mine, heads["exchange"])], output);
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task<IReadOnlyList<Cell>> CheckAsync(BatteryRegion region, CancellationToken ct)
    {
        // A clock that comes due while the copies are made is nobody's fault.
        var at = DateTimeOffset.UtcNow;
        var copies = await CopyReader.SchemasAsync(region.Running.Postgres!.AdminConnection, region.Door.Services, ct);
        return
        [
            .. RegionCheck.Of(copies, region.Operations, at),
            await QueueRegister.CheckAsync(region.Running.Rabbit!.Management, region.Door.Services, ct),
        ];
    }

    private static void Report(IReadOnlyList<Cell> cells, ITestOutputHelper output)
    {
        output.WriteLine(RegionCheck.Report(cells));
        Assert.True(cells.All(c => c.Holds), RegionCheck.Report(cells.Where(c => !c.Holds)));
        Assert.All(cells.Where(c => c.Register is "reports" or "orders" or "leases"), c => Assert.True(c.Acknowledged > 0, $"{c.Register} were never acknowledged: nothing was tested"));
    }
}
