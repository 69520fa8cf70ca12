using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Late;

/// <summary>Clocks of a duty that was done earlier than it was entered.</summary>
internal static class LateStops
{
    /// <summary>
    /// The duty was done at that moment. Of a duty that was asked for again and again, every occurrence that was not due by then is met: also those that
    /// broke since, because nobody could know.
    /// </summary>
    internal static async Task StopSinceAsync(this Clocks clocks, string key, Guid entity, DateTimeOffset at, CancellationToken ct)
    {
        if (await clocks.FindAsync(key, entity, ct) is not { } newest) return;
        await clocks.StopAsync(key, entity, at, ct, newest.Occurrence);
        for (var number = newest.Occurrence - 1; number >= 0; number--)
        {
            if (await clocks.FindAsync(key, entity, ct, number) is not { } earlier || earlier.DueAt < at) return;
            await clocks.StopAsync(key, entity, at, ct, number);
        }
    }

    /// <summary>The occurrence in whose period the moment lies; the newest where none does.</summary>
    internal static async Task<Clock?> FindAtAsync(this Clocks clocks, string key, Guid entity, DateTimeOffset at, CancellationToken ct)
    {
        var found = await clocks.FindAsync(key, entity, ct);
        while (found is { Occurrence: > 0 } && found.StartedAt >= at && await clocks.FindAsync(key, entity, ct, found.Occurrence - 1) is { } earlier) found = earlier;
        return found;
    }
}
