using System.Text;
using Coordination.Platform;
using Coordination.Tests.Functional.Platform;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;

namespace Coordination.Tests.Functional.Broker;

public sealed class ForgeryTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    [Fact]
    public async Task A_service_that_speaks_for_another_agency_is_refused_listed_and_can_be_discarded()
    {
        await broker.FreshAsync();
        await using var target = await ProbeProcess.StartAsync(broker, "watcher");
        await using var fire = await broker.ConnectAsync("probe@fire");
        var (forged, own) = (RawEvents.Make(Guid.CreateVersion7(), 1, source: "test/region/probe"), RawEvents.Make(Guid.CreateVersion7(), 1));
        for (var i = 0; i < 3; i++) await fire.SendAsync(forged, "probe@fire");
        await fire.SendAsync(own, "probe@fire");

        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(own.Subject))?.Heard == 1);
        Assert.Null(await target.TallyAsync(forged.Subject));
        var row = Assert.Single(await target.DeferredAsync());
        Assert.Equal("forged: probe@fire speaks for another source", row.Error);
        (await target.Client.PostAsync($"/v1/watcher/deferred/{row.Id}/retry")).EnsureSuccessStatusCode().Dispose();
        await ProbeRegion.UntilAsync(async () => (await target.DeferredAsync()).Single().Attempts == 2);
        Assert.Null(await target.TallyAsync(forged.Subject));
        (await target.Client.PostAsync($"/v1/watcher/deferred/{row.Id}/discard")).EnsureSuccessStatusCode().Dispose();
        Assert.Empty(await target.DeferredAsync());
    }

    [Fact]
    public async Task A_message_that_is_no_event_is_kept_for_the_operator_and_holds_up_nobody()
    {
        await broker.FreshAsync();
        await using var target = await ProbeProcess.StartAsync(broker, "second");
        await using var fire = await broker.ConnectAsync("probe@fire");
        var good = RawEvents.Make(Guid.CreateVersion7(), 1);
        var user = new BasicProperties { UserId = "probe@fire" };
        await fire.SendAsync(good.Type, user, "not json"u8.ToArray());
        await fire.SendAsync(good.Type, user, []);
        await fire.SendAsync(good.Type, BrokerMessage.Properties(good, "probe@fire"), Encoding.UTF8.GetBytes("""{"specversion":"1.0","data":{}}"""));
        await fire.SendAsync(good.Type, BrokerMessage.Properties(good with { Position = -1 }, "probe@fire"), BrokerMessage.Body(good).ToArray());
        await fire.SendAsync(good.Type, BrokerMessage.Properties(good with { Previous = "[]" }, "probe@fire"), BrokerMessage.Body(good).ToArray());
        var truncated = BrokerMessage.Body(good);
        await fire.SendAsync(good.Type, BrokerMessage.Properties(good, "probe@fire"), truncated[..(truncated.Length / 2)].ToArray());
        var nameless = BrokerMessage.Properties(good, "probe@fire");
        nameless.ClearUserId();
        await fire.SendAsync(good.Type, nameless, BrokerMessage.Body(good).ToArray());
        await fire.SendAsync(good, "probe@fire");

        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(good.Subject, "second"))?.Heard == 1);
        var rows = await target.DeferredAsync("second");
        Assert.Equal(7, rows.Count);
        Assert.Single(rows, r => r.Error.StartsWith("forged", StringComparison.Ordinal));
        Assert.Equal(6, rows.Count(r => r.Error.StartsWith("unreadable", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Duplicated_reordered_and_redelivered_events_are_handled_once_and_in_order()
    {
        await broker.FreshAsync();
        await using var target = await ProbeProcess.StartAsync(broker, "watcher");
        await using var fire = await broker.ConnectAsync("probe@fire");
        var subject = Guid.CreateVersion7();
        var events = Enumerable.Range(101, 5).Select(n => RawEvents.Make(subject, n)).ToList();
        events[0] = events[0] with { Previous = "{}" };
        foreach (var n in (int[])[3, 1, 0, 0, 2, 4, 3, 1]) await fire.SendAsync(events[n], "probe@fire");
        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(subject))?.Heard == 5);
        await target.StopAsync();
        foreach (var n in (int[])[2, 4]) await fire.SendAsync(events[n], "probe@fire");
        await target.StartAsync();
        var last = RawEvents.Make(subject, 106);
        await fire.SendAsync(last, "probe@fire");
        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(subject))?.Heard == 6);
        Assert.Equal("101 102 103 104 105 106", (await target.TallyAsync(subject))!.Order.Trim());
        Assert.Equal(6, await target.InAsync<WatcherDb, int>("watcher", db => db.Set<InboxRow>().CountAsync(r => r.Source == "test/fire/probe" && r.Position > 100)));
    }
}
