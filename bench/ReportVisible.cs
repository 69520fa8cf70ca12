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
        var distributed = await region.DistributedAsync();
        await using var twin = ChainTwin.Start(distributed);
        await twin.ReadyAsync();
        await using var ours = await Reporters.StartAsync(distributed.Address);
        await using var bare = Reporters.Bare(twin.Address);
        await using var seen = await StreamReader.OpenAsync(new Uri(distributed.Address, "/v1/events?type=intake.report-received.v1"), await ours.TokenAsync("integration"));
        await using var floor = await StreamReader.OpenAsync(new Uri(twin.Address, "/v1/events"), null);
        var (rounds, warm) = quick ? (10, 100) : (30, 800);
        await ours.SendAsync(warm);
        await bare.SendAsync(warm);
        var (accepted, visible) = (new Pairs(), new Pairs());
        for (var round = 0; round < rounds; round++)
        {
            await accepted.TakeAsync(round, () => Clocked.MedianAsync(20, ours.OneAsync), () => Clocked.MedianAsync(20, bare.OneAsync));
            await visible.TakeAsync(round, () => Clocked.MedianAsync(10, () => SeenAsync(ours, seen)), () => Clocked.MedianAsync(10, () => SeenAsync(bare, floor)));
        }
        return [accepted.Result("P1 report accepted, distributed", "ms", 1.5), visible.Result("P2 report accepted and visible on the stream", "ms", 1.5)];
    }

    private static async Task SeenAsync(Reporters reporters, StreamReader stream) => await stream.ShowsAsync(await reporters.OneAsync());
}
