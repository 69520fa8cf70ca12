using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Webhooks;

/// <summary>Writes how a load fared, in one transaction: cursor, lanes, the attempts themselves, and the end of a subscription that nobody answers for.</summary>
internal static class Settlement
{
    internal static async Task WriteAsync(ExchangeDb db, Load load, DateTimeOffset now, Func<double> chance, CancellationToken ct)
    {
        var id = load.Subscription.Id;
        if (await db.Subscriptions.FindAsync([id], ct) is not { State: not SubscriptionState.Ended } subscription) return;
        // Meanwhile the agency changed something: what the old address said counts for nothing, and what waits is tried anew.
        var isAnother = subscription.Version != load.Subscription.Version;
        var lanes = await db.Lanes.Where(l => l.SubscriptionId == id).ToDictionaryAsync(l => l.Subject, ct);
        var pauses = load.Trips.Where(t => t.Failure is not null).ToDictionary(t => t.Subject, t => isAnother ? TimeSpan.Zero : RetrySchedule.After(t.Failure!.Number, chance(), t.Failure.Answer.RetryAfter));
        var silence = load.Trips.Where(t => t.Failure is { IsSilence: true } && !isAnother).Select(t => now + (pauses[t.Subject] ?? TimeSpan.Zero)).Order().Cast<DateTimeOffset?>().FirstOrDefault();
        foreach (var trip in load.Trips)
        {
            var nextAt = trip.Failure is null ? silence ?? now : now + (pauses[trip.Subject] ?? TimeSpan.Zero);
            Place(db, lanes, id, trip, nextAt, isSilence: !isAnother && (trip.Failure?.IsSilence ?? silence is not null), isAnother ? 0 : trip.Failure?.Number ?? (trip.Taken == 0 ? trip.Before : 0));
            foreach (var attempt in trip.Attempts) db.Add(attempt.ToRow(id, attempt.IsTaken || attempt.IsGone || pauses[trip.Subject] is null ? null : nextAt));
        }
        if (silence is null && load.Trips.Any(t => t.Taken > 0)) WakeOthers(lanes, load, now);
        var reason = isAnother ? null : load.Trips.Any(t => t.Failure is { IsGone: true }) ? DisabledReason.Gone : pauses.ContainsValue(null) ? DisabledReason.Exhausted : (DisabledReason?)null;
        if (reason is { } why && subscription.Disable(why, now) is null) db.Append(id, subscription.Changed());
    }

    /// <summary>What was not taken waits in the incident's lane, or the lane is gone.</summary>
    private static void Place(ExchangeDb db, Dictionary<Guid, Lane> lanes, Guid id, Trip trip, DateTimeOffset nextAt, bool isSilence, int attempts)
    {
        lanes.TryGetValue(trip.Subject, out var lane);
        if (trip.Rest is not { } rest)
        {
            if (lane is not null) db.Remove(lane);
            return;
        }
        if (lane is null) db.Add(lane = new Lane { SubscriptionId = id, Subject = trip.Subject });
        (lane.Position, lane.NextAt, lane.IsSilence, lane.Attempts) = (rest, nextAt, isSilence, attempts);
    }

    /// <summary>Somebody answers again: what waited because nobody did is due now.</summary>
    private static void WakeOthers(Dictionary<Guid, Lane> lanes, Load load, DateTimeOffset now)
    {
        var own = load.Trips.Select(t => t.Subject).ToHashSet();
        foreach (var lane in lanes.Values.Where(l => l.IsSilence && !own.Contains(l.Subject) && l.NextAt > now)) lane.NextAt = now;
    }
}
