using System.Collections.Concurrent;

namespace Coordination.Bench;

/// <summary>Reports a second, 32 clients, from the post until the last one shows on the stream: one relay and one consumer, beside the native chain.</summary>
internal sealed class Sustained : IBenchmark
{
    public string Name => "sustained";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, bool quick)
    {
        await using var chain = await Chain.OpenAsync(await region.DistributedAsync());
        var (rounds, many) = quick ? (5, 320) : (20, 1280);
        await chain.WarmAsync(many);
        var pairs = new Pairs();
        for (var round = 0; round < rounds; round++)
            await pairs.TakeAsync(round, () => RateAsync(chain.Ours, chain.Seen, many), () => RateAsync(chain.Bare, chain.Floor, many));
        return [pairs.Result("sustained end to end", "reports/s", 0.5, atLeast: true)];
    }

    private static async Task<double> RateAsync(Reporters reporters, StreamReader stream, int many)
    {
        var took = await Clocked.OnceAsync(async () =>
        {
            var ids = new ConcurrentBag<Guid>();
            await Parallel.ForEachAsync(Enumerable.Range(0, many), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) => ids.Add(await reporters.OneAsync()));
            await Task.WhenAll(ids.Select(stream.ShowsAsync));
        });
        return many * 1000 / took;
    }
}
