using Coordination.Contracts.Events;
using Coordination.Exchange.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Webhooks;

/// <summary>Finds what a webhook is to be given now: from its lanes, and from the log after its cursor.</summary>
internal sealed class LoadReader(OwnWork work, EventLog log, TimeProvider time)
{
    private const int Window = 32;

    /// <summary>While so many incidents wait because nobody answers, nothing new is begun.</summary>
    private const int MostSilent = 16;

    /// <summary>An endpoint that refuses the events of so many incidents is given nothing new: what it owes would grow without end.</summary>
    private const int MostLanes = 1_000;

    /// <summary>Null when nothing is delivered to it any more.</summary>
    /// <param name="id">Of the subscription.</param>
    /// <param name="after">Where to look on: given the subscription and its cursor.</param>
    /// <param name="ct">Ends the reading.</param>
    internal async Task<Load?> ReadAsync(Guid id, Func<Subscriptions.Subscription, long, long> after, CancellationToken ct)
    {
        var (subscription, cursor, lanes) = await work.ReadAsync<ExchangeDb, (Subscriptions.Subscription?, long, List<Lane>)>(async db => (
            await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.Kind == SubscriptionKind.Webhook && s.State == SubscriptionState.Active, ct),
            await db.Cursors.Where(c => c.SubscriptionId == id).Select(c => c.Position).FirstOrDefaultAsync(ct),
            await db.Lanes.AsNoTracking().Where(l => l.SubscriptionId == id).OrderBy(l => l.NextAt).ThenBy(l => l.Position).ToListAsync(ct)), ct);
        if (subscription is null) return null;
        var filter = Sight.Of(subscription);
        var (trips, now) = (new List<Trip>(), time.GetUtcNow());
        var (fresh, upTo, isEnd) = ((IReadOnlyList<LoggedEvent>)[], cursor, true);
        if (lanes.Count(l => l.IsSilence) < MostSilent && lanes.Count < MostLanes)
        {
            var stretch = await log.ReadAsync(after(subscription, cursor), Window, filter, ct);
            (fresh, upTo, isEnd) = (stretch.Events, stretch.UpTo, stretch.IsEnd);
        }
        // The cursor passes over what is new of an incident that waits: its lane, and nothing else, has that from now on.
        foreach (var lane in lanes.Where(l => l.NextAt <= now).Take(MostSilent)) trips.Add(await OfLaneAsync(lane, filter, upTo, ct));
        var waiting = lanes.Select(l => l.Subject).ToHashSet();
        trips.AddRange(fresh.Where(e => !waiting.Contains(e.Subject)).GroupBy(e => e.Subject).Select(g => new Trip(g.Key, [.. g], 0, true, upTo)));
        return new(subscription, trips, cursor, upTo, isEnd, lanes.Where(l => l.NextAt > now).Select(l => (DateTimeOffset?)l.NextAt).Min());
    }

    /// <summary>What waits of an incident, from the lane's place to where the cursor will stand. What is no longer wanted does not wait.</summary>
    private async Task<Trip> OfLaneAsync(Lane lane, EventFilter filter, long cursor, CancellationToken ct)
    {
        if (filter.Subjects.Count > 0 && !filter.Subjects.Contains(lane.Subject)) return new(lane.Subject, [], lane.Attempts, true, cursor);
        var stretch = await log.ReadAsync(lane.Position - 1, Window, filter with { Subjects = [lane.Subject] }, ct);
        var waiting = stretch.Events.Where(e => e.Position <= cursor).ToList();
        // The first may be another than the one that was tried: it was tried never.
        return new(lane.Subject, waiting, waiting is [var first, ..] && first.Position == lane.Position ? lane.Attempts : 0, stretch.IsEnd || stretch.UpTo >= cursor, stretch.UpTo);
    }
}
