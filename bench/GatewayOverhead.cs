namespace Coordination.Bench;

/// <summary>P10: what the gateway adds to a bare proxy before the same server.</summary>
internal sealed class GatewayOverhead : IBenchmark
{
    public string Name => "gateway";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, bool quick)
    {
        await region.ShippedAsync();
        await using var target = ProxyTwin.StartTarget();
        await target.ReadyAsync();
        await using var gateway = region.StartGateway(target.Address);
        await using var proxy = ProxyTwin.StartProxy(target.Address);
        await gateway.ReadyAsync();
        await proxy.ReadyAsync();
        using var ours = new HttpClient { BaseAddress = gateway.Address };
        using var bare = new HttpClient { BaseAddress = proxy.Address };
        var (rounds, warm) = quick ? (10, 300) : (40, 2000);
        await MedianAsync(ours, warm);
        await MedianAsync(bare, warm);
        var pairs = new Pairs();
        for (var round = 0; round < rounds; round++) await pairs.TakeAsync(round, () => MedianAsync(ours, 20), () => MedianAsync(bare, 20));
        return [pairs.Result("P10 gateway beside a bare proxy", "ms", 1.25)];
    }

    private static Task<double> MedianAsync(HttpClient http, int count) => Clocked.MedianAsync(count, async () =>
    {
        using var answer = await http.GetAsync("/v1/reports");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    });
}
