namespace Coordination.Bench;

/// <summary>
/// P1 and P2, distributed. P1: a report is posted through the gateway and durable, beside a bare server that commits two rows in one round trip.
/// P2: until it shows on the region's stream, beside the same commit, a quorum queue, a second commit and a raw write, chained.
/// </summary>
internal sealed class ReportVisible : IBenchmark
{
    public string Name => "visible";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, bool quick)
    {
        await using var chain = await Chain.OpenAsync(await region.DistributedAsync());
        var (rounds, warm) = quick ? (10, 100) : (30, 800);
        await chain.WarmAsync(warm);
        var (accepted, visible) = (new Pairs(), new Pairs());
        for (var round = 0; round < rounds; round++)
        {
            await accepted.TakeAsync(round, () => Clocked.MedianAsync(20, chain.Ours.OneAsync), () => Clocked.MedianAsync(20, chain.Bare.OneAsync));
            await visible.TakeAsync(round, () => Clocked.MedianAsync(10, () => SeenAsync(chain.Ours, chain.Seen)), () => Clocked.MedianAsync(10, () => SeenAsync(chain.Bare, chain.Floor)));
        }
        return [accepted.Result("P1 report accepted, distributed", "ms", 1.5), visible.Result("P2 report accepted and visible on the stream", "ms", 1.5)];
    }

    private static async Task SeenAsync(Reporters reporters, StreamReader stream) => await stream.ShowsAsync(await reporters.OneAsync());
}
