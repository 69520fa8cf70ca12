namespace Coordination.Bench;

/// <summary>P14: from nothing to the first 200 on /ready, on an empty data folder and on one that is there.</summary>
internal sealed class ColdStart : IBenchmark
{
    public string Name => "start";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var fresh = new List<double>();
        var pairs = new Pairs();
        foreach (var round in effort.Rounds(5, 10))
        {
            var data = Directory.CreateTempSubdirectory("bench").FullName;
            fresh.Add(await OnceAsync(region.Start(data)));
            await pairs.TakeAsync(round, () => OnceAsync(region.Start(data)), () => OnceAsync(EmptyTwin.Start()));
            Directory.Delete(data, recursive: true);
        }
        return
        [
            new("P14 start, empty folder, seconds", "s", Sample.Median(fresh) / 1000, null, 3),
            pairs.Result("P14 start, second time", "ms", 5),
        ];
    }

    private static async Task<double> OnceAsync(RunningProcess process)
    {
        await using (process)
        {
            var took = await process.ReadyAsync();
            await process.TerminateAsync();
            return took;
        }
    }
}

/// <summary>P15: killed with many events stored, and ready again.</summary>
internal sealed class StartAfterKill : IBenchmark
{
    public string Name => "restart";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var data = Directory.CreateTempSubdirectory("bench").FullName;
        var stored = effort.Of(2_000, 100_000);
        await using (var first = region.Start(data))
        {
            await first.ReadyAsync();
            await using var load = await Reporters.StartAsync(first.Address);
            await load.SendAsync(stored / Reporters.EventsOfAReport, effort.Ct);
            await first.KillAsync();
        }
        var (again, pairs) = (new List<double>(), new Pairs());
        foreach (var round in effort.Rounds(5, 10)) await pairs.TakeAsync(round, AgainAsync, FreshAsync);
        Directory.Delete(data, recursive: true);
        return [pairs.Result($"P15 ready again after SIGKILL with {stored} events", "ms", 2), new("P15 seconds", "s", Sample.Median(again) / 1000, null, 5)];

        async Task<double> AgainAsync()
        {
            await using var process = region.Start(data);
            again.Add(await process.ReadyAsync());
            await process.KillAsync();
            return again[^1];
        }

        async Task<double> FreshAsync()
        {
            var other = Directory.CreateTempSubdirectory("bench").FullName;
            double took;
            await using (var process = region.Start(other)) took = await process.ReadyAsync();
            Directory.Delete(other, recursive: true);
            return took;
        }
    }
}

/// <summary>Memory after the flood exercise, and a clean end on SIGTERM.</summary>
internal sealed class Residence : IBenchmark
{
    public string Name => "memory";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var data = Directory.CreateTempSubdirectory("bench").FullName;
        await using var process = region.Start(data);
        await process.ReadyAsync();
        await region.CoordAsync(effort, "drill", "run", Path.Combine(region.Root, "drills", "e1-flood.yaml"), "--url", process.Address.ToString());
        var resident = process.ResidentMegabytes();
        var status = await process.TerminateAsync();
        Directory.Delete(data, recursive: true);
        return [new("resident after e1-flood", "MB", resident, null, 300), new("exit status on SIGTERM", "status", status, null, 0)];
    }
}
