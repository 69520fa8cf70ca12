using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class OrderedDeliveriesTests : IAsyncDisposable
{
    private readonly List<string> handedOn = [];
    private readonly CancellationTokenSource stop = new();
    private readonly OrderedDeliveries deliveries;
    private readonly Task running;

    public OrderedDeliveriesTests()
    {
        deliveries = new OrderedDeliveries((batch, _) =>
        {
            lock (handedOn) handedOn.AddRange(batch.Select(d => $"{d.Channel}:{d.Tag}"));
            return Task.CompletedTask;
        });
        running = Task.Run(() => deliveries.RunAsync(stop.Token));
    }

    [Fact]
    public async Task What_arrives_out_of_order_is_handed_on_in_order()
    {
        await Task.WhenAll(Take(1, 3), Take(1, 2), Take(1, 4), Take(1, 1));
        Assert.Equal(["1:1", "1:2", "1:3", "1:4"], handedOn);
    }

    /// <summary>An acknowledgement without a handling would lose the event.</summary>
    [Fact]
    public async Task What_still_comes_by_an_earlier_channel_is_handed_on_before_it_is_acknowledged()
    {
        await Take(1, 1);
        await Take(2, 1);
        await Take(1, 2);
        await Take(2, 2);
        Assert.Equal(["1:1", "2:1", "1:2", "2:2"], handedOn);
        Assert.Equal(0, deliveries.InHand);
    }

    [Fact]
    public async Task What_waited_for_its_turn_on_a_channel_that_went_is_handed_on()
    {
        var waiting = Take(1, 2);
        await Take(2, 1);
        await waiting;
        Assert.Equal(["1:2", "2:1"], handedOn.Order());
    }

    [Fact]
    public async Task What_comes_after_its_place_was_passed_holds_nothing_up()
    {
        await Take(1, 1);
        await Take(1, 2);
        await Take(1, 1);
        await Take(1, 3);
        Assert.Equal(["1:1", "1:2", "1:1", "1:3"], handedOn);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        stop.Dispose();
    }

    private Task Take(long channel, ulong tag) => deliveries.TakeAsync(new BrokerDelivery(channel, tag, "probe.raised.v1", "probe", 1L, "{}", default)).WaitAsync(TimeSpan.FromSeconds(30));
}
