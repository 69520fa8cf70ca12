using System.Collections.Concurrent;

namespace Coordination.Bench;

/// <summary>Reports a second, 32 clients, from the post until the last one shows on the stream: one relay and one consumer, beside the native chain.</summary>
internal sealed class Sustained : IBenchmark
{
    public string Name => "sustained";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        await using var chain = await Chain.OpenAsync(await region.DistributedAsync(effort));
        var many = effort.Of(320, 1280);
        await chain.WarmAsync(many, effort.Ct);
        var pairs = new Pairs();
        foreach (var round in effort.Rounds(10, 20))
            await pairs.TakeAsync(round, () => RateAsync(chain.Ours, chain.Seen, many, effort.Ct), () => RateAsync(chain.Bare, chain.Floor, many, effort.Ct));
        return [pairs.Result("sustained end to end", "reports/s", 0.5, atLeast: true)];
    }

    private static async Task<double> RateAsync(Reporters reporters, StreamReader stream, int many, CancellationToken ct)
    {
        var took = await Clocked.OnceAsync(async () =>
        {
            var ids = new ConcurrentBag<Guid>();
            await Parallel.ForEachAsync(Enumerable.Range(0, many), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = ct }, async (_, _) => ids.Add(await reporters.OneAsync()));
            await Task.WhenAll(ids.Select(stream.ShowsAsync));
        });
        return many * 1000 / took;
    }
}
