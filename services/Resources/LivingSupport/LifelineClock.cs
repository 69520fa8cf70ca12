using Coordination.Platform;

namespace Coordination.Resources.LivingSupport;

/// <summary>By when a lifeline should work again, as a clock: it begins with each new time, and ends when the lifeline works.</summary>
internal sealed class LifelineClock(Clocks clocks)
{
    private const string Key = "lifeline.restore";

    public async Task FollowAsync(Lifeline lifeline, DateTimeOffset? before, CancellationToken ct)
    {
        if (lifeline.State == LifelineState.Restored) await clocks.StopAsync(Key, lifeline.Id, lifeline.ChangedAt, ct);
        else if (lifeline.RestoreBy != before)
        {
            await clocks.CancelAsync(Key, lifeline.Id, ct);
            if (lifeline.RestoreBy is { } by) await clocks.StartNextAsync(Key, lifeline.Id, lifeline.IncidentId, lifeline.ChangedAt, null, ct, due: by);
        }
    }
}
