using Coordination.Platform;
using Coordination.Tests.Functional.BadInput;
using Coordination.Tests.Functional.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Functional.Broker;

/// <summary>The hostile corpus of AMQP: nothing of it is written as an event, all of it is kept for the operator, and others go on.</summary>
[Collection(typeof(MeasuredAlone))]
public sealed class HostileMessageTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    private const string Sender = "probe@fire";

    [Fact]
    public async Task Hostile_messages_are_kept_once_for_the_operator_and_hold_up_nobody()
    {
        await broker.FreshAsync();
        await using var target = await ProbeProcess.StartAsync(broker, "watcher,second");
        await using var fire = await broker.ConnectAsync(Sender);
        var good = Enumerable.Range(1, 5).Select(n => RawEvents.Make(Guid.Empty, n)).ToList();
        await fire.SendAsync(good[0], Sender);
        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(Guid.Empty))?.Heard == 1);
        var (cases, memory) = (HostileMessage.All(Sender, first: 1000).ToList(), MeasuredAlone.Held());
        Assert.True(cases.Count >= 30);
        foreach (var half in cases.Chunk(cases.Count / 2 + 1))
        {
            foreach (var hostile in half)
                for (var times = 0; times < 2; times++) await fire.SendAsync("probe.raised.v1", hostile.Properties, hostile.Body);
            foreach (var e in good) await fire.SendAsync(e, Sender);
        }
        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(Guid.Empty))?.Heard == 5 && (await target.TallyAsync(Guid.Empty, "second"))?.Heard == 5);
        foreach (var consumer in (string[])["watcher", "second"])
        {
            await ProbeRegion.UntilAsync(async () => (await target.DeferredAsync(consumer)).Count >= cases.Count);
            var kept = await target.DeferredAsync(consumer);
            Assert.Equal(cases.GroupBy(c => c.Says).Select(g => (g.Key, g.Count())).Order(), kept.GroupBy(Kind).Select(g => (g.Key, g.Count())).Order());
            Assert.Equal("1 2 3 4 5", (await target.TallyAsync(Guid.Empty, consumer))!.Order.Trim());
            Assert.Equal(1, await target.InAsync<WatcherDb, int>(consumer, db => db.Tallies.CountAsync()));
            Assert.Equal(5, await target.InAsync<WatcherDb, int>(consumer, db => db.Set<InboxRow>().CountAsync()));
            Assert.All(kept, k => Assert.True(k.Data.Length <= RefusedMessages.KeptBytes, $"{k.Data.Length} bytes are kept of {k.Error}"));
        }
        MeasuredAlone.AssertLittleGrowthSince(memory);
    }

    private static string Kind(DeferredEvent row) => RefusedMessages.IsRefused(row) ? row.Error.Split(':')[0] : "failed";
}
