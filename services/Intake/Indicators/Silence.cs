using Coordination.Platform;

namespace Coordination.Intake.Indicators;

/// <summary>The clocks of an indicator: when its sensor counts as silent, and when somebody must count in its place.</summary>
internal static class Silence
{
    internal static async Task WatchAsync(WarningIndicator indicator, DateTimeOffset from, Clocks clocks, CancellationToken ct)
    {
        if (indicator.SilentAfterMinutes is not { } minutes) return;
        await clocks.StopAsync("indicator.silence", indicator.Id, from, ct);
        await clocks.StartNextAsync("indicator.silence", indicator.Id, indicator.Id, from, null, ct, from.AddMinutes(minutes));
    }

    /// <summary>A count by hand is owed again and again while the sensor is silent.</summary>
    internal static async Task CountAsync(WarningIndicator indicator, DateTimeOffset from, Clocks clocks, CancellationToken ct)
    {
        await clocks.CancelRunningAsync("indicator.silence", indicator.Id, ct);
        await clocks.StartNextAsync("indicator.manual-count", indicator.Id, indicator.Id, from, null, ct);
    }

    internal static async Task EndAsync(WarningIndicator indicator, DateTimeOffset from, Clocks clocks, CancellationToken ct)
    {
        await clocks.CancelRunningAsync("indicator.manual-count", indicator.Id, ct);
        await WatchAsync(indicator, from, clocks, ct);
    }
}
