using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Coordination.Platform;

/// <summary>What the region measures about itself. Names of tags are codes; nothing a person wrote is ever a tag.</summary>
internal static class Telemetry
{
    internal const string Name = "Coordination";
    internal static readonly ActivitySource Activities = new(Name);
    internal static readonly Meter Meter = new(Name);
    internal static readonly Counter<long> Commits = Meter.CreateCounter<long>("coordination.store.commits", "{commit}", "Commits, by whether the disk was waited for");
    internal static readonly Counter<long> Handled = Meter.CreateCounter<long>("coordination.events.handled", "{event}", "Events handled by a consumer");
    internal static readonly Counter<long> Fired = Meter.CreateCounter<long>("coordination.clocks.fired", "{clock}", "Clock warnings and breaches");
    internal static readonly Counter<long> Relayed = Meter.CreateCounter<long>("coordination.relay.published", "{event}", "Events that the broker confirmed");
    internal static readonly Counter<long> Returned = Meter.CreateCounter<long>("coordination.relay.returned", "{event}", "Events that nobody at the broker takes");
    internal static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("coordination.inbox.duplicates", "{event}", "Events that came again and were dropped");
    internal static readonly Counter<long> RefusedMessages = Meter.CreateCounter<long>("coordination.broker.refused", "{message}", "Messages that are no event, or forged");
    internal static readonly Gauge<long> JournalLag = Meter.CreateGauge<long>("coordination.journal.lag", "{event}", "Events written that were not handed on yet");
    internal static readonly Gauge<long> QueueDepth = Meter.CreateGauge<long>("coordination.queue.depth", "{message}", "Messages that wait at the broker");
    internal static readonly Gauge<long> Deferred = Meter.CreateGauge<long>("coordination.events.deferred", "{event}", "Events set aside");
    internal static readonly Gauge<double> ClockLag = Meter.CreateGauge<double>("coordination.clocks.lag", "s", "How long the clock that is overdue longest has waited");
    internal static readonly Counter<long> Refused = Meter.CreateCounter<long>("coordination.calls.refused", "{call}", "Calls answered with a problem, by rule");
}
