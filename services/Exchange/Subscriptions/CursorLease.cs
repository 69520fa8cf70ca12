using Coordination.Platform;

namespace Coordination.Exchange.Subscriptions;

/// <summary>
/// The right to deliver for one subscription, which one replica has at a time: it stands in the cursor's row. What was delivered in an earlier turn than the
/// row's is written no more; it is delivered again.
/// </summary>
internal sealed class CursorLease(Guid id, OwnWork work, ServiceInstance instance, TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(40);
    private int turn;
    private DateTimeOffset until = DateTimeOffset.MinValue;
    private (int Turn, DateTimeOffset Until, long Since)? seen;

    /// <summary>True when what takes so long ends within the lease.</summary>
    internal bool LastsFor(TimeSpan longest) => until - time.GetUtcNow() > longest;

    internal void Forget() => until = DateTimeOffset.MinValue;

    /// <summary>What another replica delivered before this turn is read once the lease is taken.</summary>
    internal async Task<bool> ClaimAsync(CancellationToken ct)
    {
        var taken = await work.ChangeAsync<ExchangeDb, (int Turn, DateTimeOffset Until)?>(null, async (db, call) =>
        {
            if (await db.Cursors.FindAsync([id], ct) is not { } cursor || (cursor.Owner != instance.Replica && cursor.LeaseUntil > call.RealNow && !HasStoodStill(cursor))) return null;
            (cursor.Owner, cursor.LeaseUntil, cursor.Turn) = (instance.Replica, call.RealNow + Length, cursor.Turn + 1);
            return (cursor.Turn, cursor.LeaseUntil);
        }, ct);
        if (taken is not { } lease) return false;
        (turn, until) = lease;
        return true;
    }

    /// <summary>Writes how far it has come, and has the lease anew; neither when another replica has taken over.</summary>
    internal async Task WriteAsync(Guid? exercise, Func<ExchangeDb, Call, SubscriptionCursor, Task> write, CancellationToken ct)
    {
        var mine = turn;
        var settled = await work.ChangeAsync<ExchangeDb, DateTimeOffset?>(exercise, async (db, call) =>
        {
            if (await db.Cursors.FindAsync([id], ct) is not { } cursor || cursor.Turn != mine) return null;
            cursor.LeaseUntil = call.RealNow + Length;
            await write(db, call, cursor);
            return cursor.LeaseUntil;
        }, ct);
        until = settled ?? DateTimeOffset.MinValue;
    }

    /// <summary>True when another's lease was seen unchanged for as long as one lasts: it ends further ahead only because the clock that wrote it was wrong.</summary>
    private bool HasStoodStill(SubscriptionCursor cursor)
    {
        if (seen is { } before && (before.Turn, before.Until) == (cursor.Turn, cursor.LeaseUntil)) return time.GetElapsedTime(before.Since) > Length;
        seen = (cursor.Turn, cursor.LeaseUntil, time.GetTimestamp());
        return false;
    }
}
