using Coordination.Rpc;
using Coordination.Rpc.Exchange.V1;

namespace Coordination.Bench;

/// <summary>P3: an order is issued until its bytes are on the agency's stream, by SSE and by gRPC, beside the native chain.</summary>
internal sealed class OrderSeen : IBenchmark
{
    private const string Type = "command.order-issued.v1";

    public string Name => "order";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var distributed = await region.DistributedAsync(effort);
        await using var chain = await Chain.OpenAsync(distributed);
        using var orders = await Orders.StartAsync(distributed.Address);
        // The agency that is ordered: to others the incident does not exist.
        using var ordered = Patience.ClientOf(distributed.Address);
        var token = await Callers.TokenAsync(ordered, "fire", "integration");
        await using var sse = await StreamReader.OpenAsync(new Uri(distributed.Address, $"/v1/events?type={Type}"), token, "orderId");
        using var channel = RpcChannel.ForAddress(distributed.GrpcAddress, _ => Task.FromResult(token));
        using var call = new Events.EventsClient(channel.CreateCallInvoker()).Subscribe(new() { Type = Type });
        await using var grpc = StreamReader.Of(call.ResponseStream, "orderId");
        await effort.WarmAsync(30, 200, async () => await Task.WhenAll(sse.ShowsAsync(await orders.IssueAsync()), FloorAsync()));
        var (bySse, byGrpc) = (new Pairs(), new Pairs());
        foreach (var round in effort.Rounds(10, 30))
        {
            await bySse.TakeAsync(round, () => effort.MedianAsync(10, async () => await sse.ShowsAsync(await orders.IssueAsync())), () => effort.MedianAsync(10, FloorAsync));
            await byGrpc.TakeAsync(round, () => effort.MedianAsync(10, async () => await grpc.ShowsAsync(await orders.IssueAsync())), () => effort.MedianAsync(10, FloorAsync));
        }
        return [bySse.Result("P3 order issued, on the SSE stream", "ms", 1.5), byGrpc.Result("P3 order issued, on the gRPC stream", "ms", 1.5)];

        async Task FloorAsync() => await chain.Floor.ShowsAsync(await chain.Bare.OneAsync());
    }
}
