namespace Coordination.Bench;

/// <summary>P10: what the gateway adds to a bare proxy before the same server.</summary>
internal sealed class GatewayOverhead : IBenchmark
{
    public string Name => "gateway";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        await using var target = ProxyTwin.StartTarget();
        await target.ReadyAsync();
        await using var issuer = region.StartIssuer();
        await issuer.ReadyAsync();
        await using var gateway = region.StartGateway(target.Address, issuer.Address);
        await using var proxy = ProxyTwin.StartProxy(target.Address);
        await gateway.ReadyAsync();
        await proxy.ReadyAsync();
        using var ours = Patience.ClientOf(gateway.Address);
        using var bare = Patience.ClientOf(proxy.Address);
        // The gateway looks at the token of each call, as a region has it; the bare proxy hands it on.
        ours.DefaultRequestHeaders.Authorization = bare.DefaultRequestHeaders.Authorization = await Callers.WordOfAsync(issuer.Address, "fire", "duty-officer");
        await effort.WarmAsync(300, 2000, () => GetAsync(ours));
        await effort.WarmAsync(300, 2000, () => GetAsync(bare));
        var pairs = new Pairs();
        foreach (var round in effort.Rounds(20, 40)) await pairs.TakeAsync(round, () => effort.MedianAsync(20, () => GetAsync(ours)), () => effort.MedianAsync(20, () => GetAsync(bare)));
        return [pairs.Result("P10 gateway beside a bare proxy", "ms", 1.25)];
    }

    private static async Task GetAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/v1/reports");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }
}
