using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional.Broker;

public sealed class BrokerLossTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    [Fact]
    public async Task A_broker_that_is_killed_mid_stream_loses_nothing_and_doubles_nothing()
    {
        await broker.FreshAsync();
        await using var source = await ProbeProcess.StartAsync(broker, "probe");
        await using var target = await ProbeProcess.StartAsync(broker, "watcher,second");
        await broker.KeptAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++) ids.Add(await WriteTests.OpenAsync(source.Client));
        using var done = new CancellationTokenSource();
        var writing = Task.WhenAll(ids.Select(id => WriteAsync(source.Client, id, done.Token)));
        foreach (var _ in (int[])[1, 2])
        {
            // Each time it is killed in the middle of its work, and not while it still looks for its queues.
            var heard = (await target.TallyAsync(ids[0]))?.Heard ?? 0;
            await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(ids[0]))?.Heard > heard + 20);
            await broker.Rabbit.KillAsync();
            var before = await HeadAsync(source);
            await ProbeRegion.UntilAsync(async () => await HeadAsync(source) > before + 40);
            await broker.Rabbit.StartAsync(CancellationToken.None);
        }
        await done.CancelAsync();
        await writing;
        foreach (var id in ids)
        {
            var written = (await source.Client.GetJsonAsync($"/v1/probes/{id}")).GetProperty("count").GetInt32();
            foreach (var watcher in (string[])["watcher", "second"])
            {
                await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(id, watcher))?.Heard == written + 1);
                Assert.Equal(string.Join(' ', Enumerable.Range(0, written + 1)), (await target.TallyAsync(id, watcher))!.Order.Trim());
            }
        }
        Assert.Empty(await target.DeferredAsync());
        await using var admin = await broker.ConnectAsAdministratorAsync();
        await using var look = await admin.CreateChannelAsync();
        Assert.Equal(1u, (await look.QueueDeclarePassiveAsync("watcher")).ConsumerCount);
    }

    [Fact]
    public async Task A_region_starts_without_its_broker_takes_calls_and_hands_on_when_it_comes()
    {
        await broker.FreshAsync();
        await broker.Rabbit.StopAsync();
        await using var source = await ProbeProcess.StartAsync(broker, "probe");
        await using var target = await ProbeProcess.StartAsync(broker, "watcher");
        var id = await WriteTests.OpenAsync(source.Client);
        Assert.True(source.Running.IsReady);
        await broker.Rabbit.StartAsync(CancellationToken.None);
        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(id))?.Heard == 1);
    }

    [Fact]
    public async Task A_consumer_that_joins_later_is_given_what_was_before_it()
    {
        await broker.FreshAsync();
        await using var source = await ProbeProcess.StartAsync(broker, "probe");
        var id = await WriteTests.OpenAsync(source.Client);
        for (var i = 0; i < 5; i++) (await source.Client.PostAsync($"/v1/probes/{id}/add")).EnsureSuccessStatusCode().Dispose();
        await ProbeRegion.UntilAsync(async () => (await source.Client.GetJsonAsync("/v1/probe/journal")).GetProperty("unpublished").GetInt64() == 0);
        await broker.Provision.RunAsync([.. BrokerFixture.Instances, "watcher@late"], broker.Secrets, null, CancellationToken.None);
        await using var target = await ProbeProcess.StartAsync(broker, "watcher@late");
        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(id, "watcher@late"))?.Heard == 6);
        Assert.Equal("0 1 2 3 4 5", (await target.TallyAsync(id, "watcher@late"))!.Order.Trim());
    }

    [Fact]
    public async Task A_message_that_kills_its_consumer_again_and_again_goes_to_the_operators_queue()
    {
        await broker.FreshAsync();
        await broker.Provision.RunAsync(["watcher@deadly"], broker.Secrets, null, CancellationToken.None);
        await using (var fire = await broker.ConnectAsync("probe@fire")) await fire.SendAsync(RawEvents.Make(Guid.NewGuid(), 1), "probe@fire");
        await broker.KillConsumersAsync("watcher@deadly", 1);
        await using var admin = await broker.ConnectAsAdministratorAsync();
        await using var look = await admin.CreateChannelAsync();
        var kept = await look.BasicGetAsync("watcher.deadly_error", autoAck: false);
        Assert.Equal("probe@fire", kept!.BasicProperties.UserId);
        Assert.Equal(0u, await look.MessageCountAsync("watcher.deadly"));
    }

    private static async Task WriteAsync(ApiClient client, Guid id, CancellationToken until)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!until.IsCancellationRequested && await pace.WaitForNextTickAsync(CancellationToken.None))
            (await client.PostAsync($"/v1/probes/{id}/add")).EnsureSuccessStatusCode().Dispose();
    }

    private static async Task<long> HeadAsync(ProbeProcess source) => (await source.Client.GetJsonAsync("/v1/probe/journal")).GetProperty("head").GetInt64();
}
