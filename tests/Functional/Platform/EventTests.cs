using System.Text.Json;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Platform;

public abstract class EventTests(ProbeRegion region)
{
    [Fact]
    public async Task Every_event_reaches_every_consumer_once_and_in_order()
    {
        var reporter = region.Reporter;
        var id = await WriteTests.OpenAsync(reporter);
        for (var i = 0; i < 20; i++) (await reporter.PostAsync($"/v1/probes/{id}/add")).Dispose();
        foreach (var watcher in (string[])["watcher", "second"])
        {
            await ProbeRegion.UntilAsync(async () => (await region.TallyAsync(id, watcher))?.Heard == 21);
            Assert.Equal(string.Join(' ', Enumerable.Range(0, 21)), (await region.TallyAsync(id, watcher))!.Order.Trim());
        }
    }

    [Fact]
    public async Task A_poison_event_holds_up_its_own_subject_at_that_consumer_and_nobody_else()
    {
        var reporter = region.Reporter;
        var (bad, good) = (await WriteTests.OpenAsync(reporter), await WriteTests.OpenAsync(reporter));
        await ProbeRegion.UntilAsync(async () => await region.TallyAsync(bad) is not null && await region.TallyAsync(good) is not null);
        WatcherModule.Poison[bad] = true;
        for (var i = 0; i < 3; i++)
        {
            (await reporter.PostAsync($"/v1/probes/{bad}/add")).Dispose();
            (await reporter.PostAsync($"/v1/probes/{good}/add")).Dispose();
        }
        await ProbeRegion.UntilAsync(async () => (await region.TallyAsync(good))!.Heard == 4);
        await ProbeRegion.UntilAsync(async () => (await region.TallyAsync(bad, "second"))!.Heard == 4);
        await ProbeRegion.UntilAsync(async () => (await DeferredAsync()).Count(d => d.Subject == bad) == 3);
        Assert.Equal(1, (await region.TallyAsync(bad))!.Heard);
        WatcherModule.Poison.TryRemove(bad, out _);
        foreach (var row in await DeferredAsync()) (await reporter.PostAsync($"/v1/watcher/deferred/{row.Id}/retry")).Dispose();
        await ProbeRegion.UntilAsync(async () => (await region.TallyAsync(bad))!.Heard == 4);
        Assert.Equal("0 1 2 3", (await region.TallyAsync(bad))!.Order.Trim());
        Assert.Empty(await DeferredAsync());
    }

    [Fact]
    public async Task An_operator_may_discard_a_poison_event_and_the_next_go_on()
    {
        var reporter = region.Reporter;
        var bad = await WriteTests.OpenAsync(reporter);
        await ProbeRegion.UntilAsync(async () => await region.TallyAsync(bad) is not null);
        WatcherModule.Poison[bad] = true;
        (await reporter.PostAsync($"/v1/probes/{bad}/add")).Dispose();
        (await reporter.PostAsync($"/v1/probes/{bad}/add")).Dispose();
        await ProbeRegion.UntilAsync(async () => (await DeferredAsync()).Count(d => d.Subject == bad) == 2);
        var first = (await DeferredAsync()).Where(d => d.Subject == bad).OrderBy(d => d.Position).First();
        (await reporter.PostAsync($"/v1/watcher/deferred/{first.Id}/discard")).EnsureSuccessStatusCode().Dispose();
        WatcherModule.Poison.TryRemove(bad, out _);
        await ProbeRegion.UntilAsync(async () => (await region.TallyAsync(bad))!.Order.Trim() == "0 2");
    }

    [Fact]
    public async Task Events_given_twice_and_out_of_order_are_handled_once_and_in_order()
    {
        var subject = Guid.CreateVersion7();
        var consumer = region.Running.Apps.First(a => a.Instance.Name == "watcher").Services.GetRequiredService<Consumer>();
        var events = Enumerable.Range(1, 4).Select(n => Event(subject, n)).ToList();
        foreach (var n in (int[])[2, 1, 0, 3, 3, 2, 0, 1]) await consumer.TakeAsync([events[n]], CancellationToken.None);
        await ProbeRegion.UntilAsync(async () => (await region.TallyAsync(subject))?.Heard == 4);
        Assert.Equal("1 2 3 4", (await region.TallyAsync(subject))!.Order.Trim());
    }

    [Fact]
    public async Task A_sealer_that_was_away_too_long_is_fenced_off()
    {
        var second = region.Running.Apps.First(a => a.Instance.Name == "second");
        var store = second.Services.GetRequiredService<IJournalStore>();
        // Whoever holds the lease may take it anew; anybody else is kept out while it lasts.
        // The region's own sealer renews its lease meanwhile, and now and then comes between: then once more.
        long? mine = null, theirs = null;
        await ProbeRegion.UntilAsync(async () => (mine = await store.AcquireAsync(second.Instance.Replica, DateTimeOffset.UtcNow, TimeSpan.Zero, CancellationToken.None)) is not null);
        Assert.Null(await store.AcquireAsync("other", DateTimeOffset.UnixEpoch, TimeSpan.FromHours(1), CancellationToken.None));
        await ProbeRegion.UntilAsync(async () => (theirs = await store.AcquireAsync("other", DateTimeOffset.UtcNow.AddMinutes(2), TimeSpan.Zero, CancellationToken.None)) is not null);
        Assert.True(theirs > mine);
        await region.InAsync<WatcherDb, bool>("second", async db =>
        {
            db.Append(Guid.NewGuid(), new ProbeRaised(Guid.NewGuid(), 1));
            await db.SaveChangesAsync();
            return true;
        });
        await Assert.ThrowsAsync<FencedException>(() => store.SealAsync(mine!.Value, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_consumer_that_was_not_there_finds_every_event_when_it_comes_back()
    {
        var reporter = region.Reporter;
        var id = await WriteTests.OpenAsync(reporter);
        await region.RestartAsync("--modules", "probe");
        for (var i = 0; i < 5; i++) (await region.Reporter.PostAsync($"/v1/probes/{id}/add")).Dispose();
        await region.RestartAsync();
        await ProbeRegion.UntilAsync(async () => (await region.TallyAsync(id))?.Heard == 6);
    }

    private Task<List<DeferredEvent>> DeferredAsync() =>
        region.InAsync<WatcherDb, List<DeferredEvent>>("watcher", db => db.Set<DeferredEvent>().AsNoTracking().ToListAsync());

    private static ReceivedEvent Event(Guid subject, int n)
    {
        var call = new Call();
        call.Begin(Caller.Service, null, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow);
        var id = Guid.CreateVersion7();
        var previous = n == 1 ? "{}" : $$"""{"probe.raised.v1":{{n - 1}}}""";
        return new("test/elsewhere/probe", n, id, "probe.raised.v1", subject, DateTimeOffset.UtcNow, null, null, previous,
            CloudEventHeader.Write(id, "test/elsewhere/probe", new("probe.raised.v1"), subject, call, null), JsonSerializer.SerializeToUtf8Bytes(new { probeId = subject, count = n }));
    }
}
