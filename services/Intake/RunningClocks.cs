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
}
