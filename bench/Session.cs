using System.Diagnostics;

namespace Coordination.Bench;

/// <summary>A run of benchmarks, one after the other. One that fails is reported by its name and reason, and those after it go on.</summary>
internal sealed class Session(PublishedRegion region, ResultTable table, bool isQuick)
{
    private readonly Stopwatch since = Stopwatch.StartNew();

    internal async Task RunAsync(IEnumerable<IBenchmark> benchmarks)
    {
        foreach (var benchmark in benchmarks) table.Add(await RunAsync(benchmark));
    }

    private async Task<IReadOnlyList<Result>> RunAsync(IBenchmark benchmark)
    {
        if (since.Elapsed > Effort.LimitOfAll(isQuick)) return [Result.NotRun(benchmark.Name, $"the run had lasted {since.Elapsed.TotalMinutes:0} min")];
        using var limit = new CancellationTokenSource(Effort.LimitOf(isQuick));
        try
        {
            return await benchmark.RunAsync(region, new(isQuick, limit.Token));
        }
        catch (Exception e)
        {
            var reason = limit.IsCancellationRequested && e is OperationCanceledException ? $"it was not done in {Effort.LimitOf(isQuick).TotalMinutes:0} min" : $"{e.GetType().Name}: {e.Message}";
            return [Result.NotRun(benchmark.Name, $"{reason}{region.Complaints()}")];
        }
    }
}
