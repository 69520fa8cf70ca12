using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Coordination.Platform;

/// <summary>What the region measures about itself. Names of tags are codes; nothing a person wrote is ever a tag.</summary>
internal static class Telemetry
{
    internal const string Name = "Coordination";
    internal static readonly ActivitySource Activities = new(Name);
    internal static readonly Meter Meter = new(Name);
    internal static readonly Counter<long> Handled = Meter.CreateCounter<long>("coordination.events.handled", "{event}", "Events handled by a consumer");
    internal static readonly Counter<long> Fired = Meter.CreateCounter<long>("coordination.clocks.fired", "{clock}", "Clock warnings and breaches");
    internal static readonly Counter<long> Refused = Meter.CreateCounter<long>("coordination.calls.refused", "{call}", "Calls answered with a problem, by rule");
}
