namespace Coordination.Bench;

/// <summary>A region of processes and the native chain on the same servers, each with someone who posts and someone who reads the stream.</summary>
internal sealed record Chain(RunningProcess Twin, Reporters Ours, Reporters Bare, StreamReader Seen, StreamReader Floor) : IAsyncDisposable
{
    internal static async Task<Chain> OpenAsync(DistributedRegion region)
    {
        var twin = ChainTwin.Start(region);
        await twin.ReadyAsync();
        var ours = await Reporters.StartAsync(region.Address);
        return new(twin, ours, Reporters.Bare(twin.Address),
            await StreamReader.OpenAsync(new Uri(region.Address, "/v1/events?type=intake.report-received.v1"), await ours.TokenAsync("integration")),
            await StreamReader.OpenAsync(new Uri(twin.Address, "/v1/events"), null));
    }

    internal async Task WarmAsync(int count, CancellationToken ct)
    {
        await Ours.SendAsync(count, ct);
        await Bare.SendAsync(count, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Seen.DisposeAsync();
        await Floor.DisposeAsync();
        await Ours.DisposeAsync();
        await Bare.DisposeAsync();
        await Twin.DisposeAsync();
    }
}
