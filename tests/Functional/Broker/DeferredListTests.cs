using Coordination.CommandLine.Deferred;
using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional.Broker;

public sealed class DeferredListTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    [Fact]
    public async Task What_services_set_aside_and_what_killed_its_consumer_stand_in_one_list_and_are_decided_alike()
    {
        await using var fire = await broker.ConnectAsync("probe@fire");
        var (deadly, hopeless) = (RawEvents.Make(Guid.CreateVersion7(), 1), RawEvents.Make(Guid.CreateVersion7(), 2));
        foreach (var e in new[] { deadly, hopeless }) await fire.SendAsync(e with { Previous = "{}" }, "probe@fire");
        await broker.KillConsumersAsync("watcher", 2);
        await using var target = await ProbeProcess.StartAsync(broker, "watcher");
        var forged = RawEvents.Make(Guid.CreateVersion7(), 3, source: "test/region/probe");
        await fire.SendAsync(forged, "probe@fire");
        await ProbeRegion.UntilAsync(async () => (await target.DeferredAsync()).Count == 1);

        var places = await DeferredCommands.PlacesAsync(new Uri(target.Running.Address), new Uri(await File.ReadAllTextAsync(broker.SecretOf("operator"))), CancellationToken.None);
        var list = await DeferredCommands.AllAsync(places, CancellationToken.None);
        Assert.Equal(3, list.Count);
        Assert.Equal(2, list.Count(i => i.Where == "watcher_error"));
        var refused = Assert.Single(list, i => i.Where == "watcher");
        Assert.True(await DecidedAsync(p => p.DiscardAsync(refused.Id, CancellationToken.None)));
        Assert.True(await DecidedAsync(p => p.DiscardAsync(hopeless.Id.ToString(), CancellationToken.None)));
        Assert.True(await DecidedAsync(p => p.RetryAsync(deadly.Id.ToString(), CancellationToken.None)));
        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(deadly.Subject))?.Heard == 1);
        Assert.Null(await target.TallyAsync(hopeless.Subject));
        Assert.Empty(await DeferredCommands.AllAsync(places, CancellationToken.None));

        async Task<bool> DecidedAsync(Func<IDeferredPlace, Task<bool>> decide)
        {
            foreach (var place in places)
                if (await decide(place)) return true;
            return false;
        }
    }
}
