using Coordination.CommandLine.Audit;

namespace Coordination.Bench;

/// <summary>P13: entries of a journal that are verified in a second. The journal itself cannot be switched off; its cost is inside P1.</summary>
internal sealed class ChainVerified : IBenchmark
{
    private const int Reports = 5000;

    public string Name => "verify";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var data = Directory.CreateTempSubdirectory("bench").FullName;
        await using (var process = region.Start(data))
        {
            await process.ReadyAsync();
            await using var load = await Reporters.StartAsync(process.Address);
            await load.SendAsync(effort.Of(Reports / 5, Reports), effort.Ct);
            await process.TerminateAsync();
        }
        var rates = new List<double>();
        foreach (var _ in effort.Rounds(5, 20))
        {
            var entries = 0L;
            var took = await Clocked.OnceAsync(async () =>
            {
                var check = (await ChainCheck.OfAsync(Path.Combine(data, "intake.db"), effort.Ct))!;
                entries = check.Faults.Count == 0 ? check.Sealed : throw new InvalidOperationException(check.Faults[0]);
            });
            rates.Add(entries * 1000 / took);
        }
        Directory.Delete(data, recursive: true);
        return [new("P13 journal verified", "entries/s", Sample.Median(rates), null, 100_000) { AtLeast = true }];
    }
}
