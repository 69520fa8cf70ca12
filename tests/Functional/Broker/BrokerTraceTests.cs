using System.Collections.Concurrent;
using System.Diagnostics;
using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional.Broker;

public sealed class BrokerTraceTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    [Fact]
    public async Task One_trace_leads_from_the_call_through_journal_and_broker_to_the_consumer()
    {
        const string Trace = "5bf92f3577b34da6a3ce929d0e0e4736";
        var seen = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is "Coordination" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var source = await ProbeProcess.StartAsync(broker, "probe");
        await using var target = await ProbeProcess.StartAsync(broker, "watcher");
        var client = source.Client;
        client.Http.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        var id = await WriteTests.OpenAsync(client);
        await ProbeRegion.UntilAsync(async () => (await target.TallyAsync(id))?.Heard == 1);

        await ProbeRegion.UntilAsync(() => Task.FromResult(seen.Any(a => a.DisplayName == "handle probe.raised.v1" && a.TraceId.ToHexString() == Trace)));
        Assert.Contains(seen, a => a.DisplayName == "publish probe.raised.v1" && a.Kind == ActivityKind.Producer && a.TraceId.ToHexString() == Trace);
        Assert.Contains(seen, a => a.Kind == ActivityKind.Server && a.TraceId.ToHexString() == Trace);
    }
}
