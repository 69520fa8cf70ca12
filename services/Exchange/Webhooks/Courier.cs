using Coordination.Exchange.Subscriptions;
using Coordination.Platform;
using Microsoft.Extensions.Logging;

namespace Coordination.Exchange.Webhooks;

/// <summary>
/// Delivers to one webhook, at its pace and nobody else's. Of the replicas the one sends that holds the lease in the cursor's row; an attempt whose
/// outcome was not written is made again under the same <c>webhook-id</c>.
/// </summary>
internal sealed partial class Courier(Guid id, LoadReader reader, Round round, OwnWork work, SealedWatch watch, ServiceInstance instance, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(5);

    /// <summary>A round that begins with the margin left ends within the lease: what it begins last may take as long as a call may.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(40), Margin = Round.Longest + OutboundPost.Patience + TimeSpan.FromSeconds(3);
    private int turn;
    private DateTimeOffset until = DateTimeOffset.MinValue;
    private (int Turn, DateTimeOffset Until, long Since)? seen;

    /// <summary>Runs until the subscription is no longer active.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        for (var failures = 0; ;)
        {
            try
            {
                var sealing = watch.Next;
                if (await reader.ReadAsync(id, ct) is not { } load) return;
                if (load.IsEmpty) await Task.WhenAny(sealing, Task.Delay(Pause(load.NextAt), time, ct));
                else if (until - time.GetUtcNow() > Margin) await DeliverAsync(load, ct);
                // What another replica delivered before this turn is read once the lease is taken.
                else if (!await ClaimAsync(ct)) await Task.Delay(Backstop, time, ct);
                failures = 0;
                ct.ThrowIfCancellationRequested();
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                until = DateTimeOffset.MinValue;
                Failed(log, id, e.GetBaseException().GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5_000, 100 << Math.Min(failures++, 6))), time, ct);
            }
        }
    }

    private TimeSpan Pause(DateTimeOffset? nextAt)
    {
        var wait = nextAt - time.GetUtcNow() ?? Backstop;
        return wait > Backstop ? Backstop : wait > TimeSpan.Zero ? wait + TimeSpan.FromMilliseconds(1) : TimeSpan.FromMilliseconds(1);
    }

    private async Task DeliverAsync(Load load, CancellationToken ct)
    {
        await round.SendAsync(load, ct);
        var mine = turn;
        var settled = await work.ChangeAsync<ExchangeDb, DateTimeOffset?>(load.Subscription.ExerciseId, async (db, call) =>
        {
            if (await db.Cursors.FindAsync([id], ct) is not { } cursor || cursor.Turn != mine) return null;
            (cursor.Position, cursor.LeaseUntil) = (load.UpTo, call.RealNow + Lease);
            await Settlement.WriteAsync(db, load, call.RealNow, Random.Shared.NextDouble, ct);
            return cursor.LeaseUntil;
        }, ct);
        until = settled ?? DateTimeOffset.MinValue;
    }

    private async Task<bool> ClaimAsync(CancellationToken ct)
    {
        var taken = await work.ChangeAsync<ExchangeDb, (int Turn, DateTimeOffset Until)?>(null, async (db, call) =>
        {
            if (await db.Cursors.FindAsync([id], ct) is not { } cursor || (cursor.Owner != instance.Replica && cursor.LeaseUntil > call.RealNow && !HasStoodStill(cursor))) return null;
            (cursor.Owner, cursor.LeaseUntil, cursor.Turn) = (instance.Replica, call.RealNow + Lease, cursor.Turn + 1);
            return (cursor.Turn, cursor.LeaseUntil);
        }, ct);
        if (taken is not { } lease) return false;
        (turn, until) = lease;
        return true;
    }

    /// <summary>True when another's lease was seen unchanged for as long as one lasts: it ends further ahead only because the clock that wrote it was wrong.</summary>
    private bool HasStoodStill(SubscriptionCursor cursor)
    {
        if (seen is { } before && (before.Turn, before.Until) == (cursor.Turn, cursor.LeaseUntil)) return time.GetElapsedTime(before.Since) > Lease;
        seen = (cursor.Turn, cursor.LeaseUntil, time.GetTimestamp());
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook of subscription {Subscription} is tried again: {Kind}")]
    private static partial void Failed(ILogger log, Guid subscription, string kind);
}
