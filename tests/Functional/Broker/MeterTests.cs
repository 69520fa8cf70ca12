using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional.Broker;

public sealed class MeterTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    [Fact]
    public async Task What_waits_what_is_handed_on_and_what_comes_twice_is_measured()
    {
        await broker.FreshAsync();
        var seen = new ConcurrentDictionary<(string Meter, object? Instance), double>();
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter.Name == "Coordination") l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Note(i, value, tags));
        listener.Start();
        await using var source = await ProbeProcess.StartAsync(broker, "probe");
        await using var fire = await broker.ConnectAsync("probe@fire");
        await using (var target = await ProbeProcess.StartAsync(broker, "watcher"))
        {
            var id = await WriteTests.OpenAsync(source.Client);
            await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(id))?.Heard == 1);
            // A clock's change has no taker here: the broker gives it back, and it is counted; the relay goes on.
            (await source.Client.PostAsync($"/v1/probes/{id}/watch")).EnsureSuccessStatusCode().Dispose();
            await ProbeRegion.UntilAsync(() => Task.FromResult(seen.GetValueOrDefault(("coordination.relay.returned", "clocks.clock-changed.v1")) >= 1));
            (await source.Client.PostAsync($"/v1/probes/{id}/add")).EnsureSuccessStatusCode().Dispose();
            await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(id))?.Heard == 2);
            var twice = RawEvents.Make(Guid.CreateVersion7(), 1);
            for (var i = 0; i < 2; i++) await fire.SendAsync(twice, "probe@fire");
            await ProbeRegion.UntilAsync(() => Task.FromResult(seen.GetValueOrDefault(("coordination.inbox.duplicates", "watcher")) >= 1));
            // A predecessor that is missing sets an event aside.
            await fire.SendAsync(RawEvents.Make(Guid.CreateVersion7(), 9), "probe@fire");
            await ProbeRegion.UntilAsync(() => Task.FromResult(seen.GetValueOrDefault(("coordination.events.deferred", "watcher")) == 1));
        }
        Assert.True(seen[("coordination.relay.published", "probe")] >= 1);
        foreach (var meter in (string[])["coordination.journal.lag", "coordination.clocks.lag", "coordination.queue.depth"]) Assert.Contains((meter, "probe"), seen.Keys);

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            object? of = null;
            foreach (var tag in tags) if (tag.Key is "instance" or "consumer" or "type") of ??= tag.Value;
            seen[(instrument.Name, of)] = value;
        }
    }
}
