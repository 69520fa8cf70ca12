using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Hazards;

/// <summary>The recurring checks of a hazard as clocks, one occurrence after the other.</summary>
internal static class InspectionClocks
{
    internal static string Key(this InspectionKind kind) => kind switch
    {
        InspectionKind.Patrol => "hazard.patrol",
        InspectionKind.SelfCheck => "hazard.self-check",
        InspectionKind.PeriodicReport => "hazard.periodic-report",
        InspectionKind.JointCheck => "hazard.joint-check",
        _ => "hazard.expert-check",
    };

    internal static async Task WatchAsync(this Clocks clocks, Hazard hazard, DateTimeOffset from, CancellationToken ct)
    {
        foreach (var kind in hazard.Inspections) await clocks.StartNextAsync(kind.Key(), hazard.Id, hazard.Subject(), from, Scope(hazard), ct);
    }

    internal static async Task StopWatchingAsync(this Clocks clocks, Hazard hazard, CancellationToken ct)
    {
        foreach (var kind in hazard.Inspections) await clocks.CancelRunningAsync(kind.Key(), hazard.Id, ct);
        await clocks.CancelRunningAsync("hazard.rectification", hazard.Id, ct);
        await clocks.CancelRunningAsync("hazard.verification", hazard.Id, ct);
    }

    internal static ClockScope Scope(Hazard hazard) => new(hazard.AreaCode, Level: hazard.Rating?.ToString());
}
