using Coordination.Contracts.Events;
using Coordination.Exchange.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Webhooks;

/// <summary>Finds what a webhook is to be given now: from its lanes, and from the log after its cursor.</summary>
internal sealed class LoadReader(OwnWork work, EventLog log, TimeProvider time)
{
    private const int Window = 32;

    /// <summary>With so many incidents waiting, nothing new is begun.</summary>
    private const int MostLanes = 16;

    /// <summary>Null when nothing is delivered to it any more.</summary>
    internal async Task<Load?> ReadAsync(Guid id, CancellationToken ct)
    {
        var (subscription, cursor, lanes) = await work.ReadAsync<ExchangeDb, (Subscriptions.Subscription?, long, List<Lane>)>(async db => (
            await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.Kind == SubscriptionKind.Webhook && s.State == SubscriptionState.Active, ct),
            await db.Cursors.Where(c => c.SubscriptionId == id).Select(c => c.Position).FirstOrDefaultAsync(ct),
            await db.Lanes.AsNoTracking().Where(l => l.SubscriptionId == id).OrderBy(l => l.NextAt).ThenBy(l => l.Position).ToListAsync(ct)), ct);
        if (subscription is null) return null;
        var sight = Sight.OfAgency(subscription.Agency) with { Exercise = subscription.ExerciseId, IsReal = subscription.ExerciseId is null };
        var filter = subscription.Filter.Within(sight);
        var (trips, now) = (new List<Trip>(), time.GetUtcNow());
        foreach (var lane in lanes.Where(l => l.NextAt <= now).Take(MostLanes)) trips.Add(await OfLaneAsync(lane, filter, cursor, ct));
        var upTo = cursor;
        if (lanes.Count < MostLanes)
        {
            var stretch = await log.ReadAsync(cursor, Window, filter, ct);
            var waiting = lanes.Select(l => l.Subject).ToHashSet();
            trips.AddRange(stretch.Events.Where(e => !waiting.Contains(e.Subject)).GroupBy(e => e.Subject).Select(g => new Trip(g.Key, [.. g], 0, true)));
            upTo = stretch.UpTo;
        }
        return new(subscription, trips, cursor, upTo, lanes.Where(l => l.NextAt > now).Select(l => (DateTimeOffset?)l.NextAt).Min());
    }

    /// <summary>What waits of an incident, from the lane's place to the cursor. What is no longer wanted does not wait.</summary>
    private async Task<Trip> OfLaneAsync(Lane lane, EventFilter filter, long cursor, CancellationToken ct)
    {
        if (filter.Subjects.Count > 0 && !filter.Subjects.Contains(lane.Subject)) return new(lane.Subject, [], lane.Attempts, true);
        var stretch = await log.ReadAsync(lane.Position - 1, Window, filter with { Subjects = [lane.Subject] }, ct);
        var waiting = stretch.Events.Where(e => e.Position <= cursor).ToList();
        // The first may be another than the one that was tried: it was tried never.
        return new(lane.Subject, waiting, waiting is [var first, ..] && first.Position == lane.Position ? lane.Attempts : 0, stretch.IsEnd || stretch.UpTo >= cursor);
    }
}
