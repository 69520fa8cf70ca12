using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake;

/// <summary>Clocks of a duty that falls away.</summary>
internal static class RunningClocks
{
    /// <summary>Cancels the newest occurrence if time still runs on it; a duty that was done or missed stays as it is.</summary>
    internal static async Task CancelRunningAsync(this Clocks clocks, string key, Guid entity, CancellationToken ct)
    {
        if (await clocks.FindAsync(key, entity, ct) is { State: ClockState.Scheduled or ClockState.Running or ClockState.Paused })
            await clocks.CancelAsync(key, entity, ct);
    }

    /// <summary>Starts the occurrence after the newest one.</summary>
    internal static async Task StartNextAsync(
        this Clocks clocks, string key, Guid entity, Guid subject, DateTimeOffset from, ClockScope? scope, CancellationToken ct, DateTimeOffset? due = null)
    {
        var last = await clocks.FindAsync(key, entity, ct);
        clocks.Start(key, entity, subject, from, scope, due, last is null ? 0 : last.Occurrence + 1);
    }
}
