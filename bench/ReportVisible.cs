namespace Coordination.Bench;

/// <summary>
/// P1 and P2, distributed. P1: a report is posted through the gateway and durable, beside a bare server that commits two rows in one round trip.
/// P2: until it shows on the region's stream, beside the same commit, a quorum queue, a second commit and a raw write, chained.
/// </summary>
internal sealed class ReportVisible : IBenchmark
{
    public string Name => "visible";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        await using var chain = await Chain.OpenAsync(await region.DistributedAsync(effort));
        await chain.WarmAsync(effort.Of(100, 800), effort.Ct);
        var (accepted, visible) = (new Pairs(), new Pairs());
        foreach (var round in effort.Rounds(10, 30))
        {
            await accepted.TakeAsync(round, () => effort.MedianAsync(20, chain.Ours.OneAsync), () => effort.MedianAsync(20, chain.Bare.OneAsync));
            await visible.TakeAsync(round, () => effort.MedianAsync(10, () => SeenAsync(chain.Ours, chain.Seen)), () => effort.MedianAsync(10, () => SeenAsync(chain.Bare, chain.Floor)));
        }
        return [accepted.Result("P1 report accepted, distributed", "ms", 1.5), visible.Result("P2 report accepted and visible on the stream", "ms", 1.5)];
    }

    private static async Task SeenAsync(Reporters reporters, StreamReader stream) => await stream.ShowsAsync(await reporters.OneAsync());
}
