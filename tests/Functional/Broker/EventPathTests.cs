using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional.Broker;

public sealed class EventPathTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    [Fact]
    public async Task Events_go_through_the_broker_to_every_consumer_once_and_in_order()
    {
        await broker.FreshAsync();
        await using var source = await ProbeProcess.StartAsync(broker, "probe");
        await using var target = await ProbeProcess.StartAsync(broker, "watcher,second");
        var id = await WriteTests.OpenAsync(source.Client);
        for (var i = 0; i < 40; i++) (await source.Client.PostAsync($"/v1/probes/{id}/add")).EnsureSuccessStatusCode().Dispose();
        foreach (var watcher in (string[])["watcher", "second"])
        {
            await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(id, watcher))?.Heard == 41);
            Assert.Equal(string.Join(' ', Enumerable.Range(0, 41)), (await target.TallyAsync(id, watcher))!.Order.Trim());
        }
    }
}
