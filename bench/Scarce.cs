namespace Coordination.Bench;

/// <summary>
/// 200 requests in a minute for units of which there are too few, among 5 and among 50 agencies (<c>--quick</c>: 50 at the same pace, among 5 and among 10) with an instance, a database and a journal each. The instances share one
/// process, because a machine has not room for fifty; each hears every event, as it would alone.
/// </summary>
internal sealed class Scarce : IBenchmark
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    public string Name => "scarce";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var results = new List<Result>();
        var (unclear, faults, p99s) = (0, 0, new List<double>());
        int[] sizes = effort.Of((int[])[5, 10], [5, 50]);
        foreach (var size in sizes)
        {
            var (ended, wrong) = await RunAsync(region, effort, size);
            var took = ended.Select(e => e.Took?.TotalMilliseconds).OfType<double>().Order().ToList();
            (unclear, faults) = (unclear + ended.Count(e => !e.SaysWhy), faults + wrong);
            p99s.Add(Of(took, 0.99));
            results.Add(Took($"request to commitment, {size} agencies, {took.Count} of {ended.Count} filled, p50", "ms", Of(took, 0.5), 1000));
            results.Add(Took($"request to commitment, {size} agencies, p99", "ms", p99s[^1], 5000));
        }
        return
        [
            .. results, Took($"request to commitment, p99 of {sizes[1]} agencies to that of {sizes[0]}", "x", p99s[1] / p99s[0], 10),
            new("requests that do not say why they ended", "requests", unclear, null, 0), new("units given twice, and books that differ", "faults", faults, null, 0),
        ];
    }

    /// <summary>Not a number where nothing was filled.</summary>
    private static double Of(IReadOnlyList<double> took, double q) => took.Count == 0 ? double.NaN : Sample.Quantile(took, q);

    /// <summary>Where nothing was filled there is no time, and a goal for it is missed.</summary>
    private static Result Took(string name, string unit, double took, double goal) =>
        double.IsNaN(took) ? Result.NotRun(name, "no request was filled") : new(name, unit, took, null, goal);

    private static async Task<(IReadOnlyList<EndedRequest> Ended, int Faults)> RunAsync(PublishedRegion region, Effort effort, int size)
    {
        var data = Directory.CreateTempSubdirectory("bench-scarce-").FullName;
        string[] agencies = [.. Enumerable.Range(1, size).Select(n => $"agency-{n:00}")];
        try
        {
            await using var process = region.Start(data, settings: new() { ["COORDINATION_RATE"] = "1000000" }, modules: [.. agencies.Select(a => $"resources@{a}")]);
            await process.ReadyAsync();
            var callers = new Dictionary<string, HttpClient>();
            foreach (var agency in agencies) callers[agency] = await Callers.OfAsync(process.Address, agency, "logistics", "commander");
            var scarcity = new Scarcity(a => callers[a], agencies);
            var (requests, units) = effort.Of((50, 50), (200, 100));
            // Not measured: what it takes until the code of every step is compiled.
            await scarcity.StockAsync(1, effort.Ct);
            await scarcity.RunAsync(10, Pace, effort.Ct);
            await scarcity.StockAsync(units / size, effort.Ct);
            var ended = await scarcity.RunAsync(requests, Pace, effort.Ct);
            return (ended, (await scarcity.FaultsAsync(effort.Ct)).Count);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
