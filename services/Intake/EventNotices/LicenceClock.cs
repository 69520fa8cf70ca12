using Coordination.Platform;

namespace Coordination.Intake.EventNotices;

/// <summary>大型活动条例 Art. 14: a licence that was applied for is decided in 7 days.</summary>
internal static class LicenceClock
{
    private const string Key = "event-notice.licence-decision";

    internal static async Task FollowAsync(EventNotice notice, Clocks clocks, CancellationToken ct)
    {
        if (notice.Permit is not { } permit) return;
        if (await clocks.FindAsync(Key, notice.Id, ct) is null) clocks.Start(Key, notice.Id, notice.Id, permit.AppliedAt);
        if (permit.GrantedAt is { } granted) await clocks.StopAsync(Key, notice.Id, granted, ct);
    }

    internal static async Task EndAsync(EventNotice notice, Clocks clocks, CancellationToken ct)
    {
        await clocks.CancelRunningAsync(Key, notice.Id, ct);
        await clocks.CancelRunningAsync("event-notice.acknowledge", notice.Id, ct);
    }
}
