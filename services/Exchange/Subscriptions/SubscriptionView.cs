using Coordination.Contracts.Events;
using Coordination.Exchange.Webhooks;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Subscriptions;

/// <summary>A subscription as its agency sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Grows with every change; the ETag.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Name">What the agency calls it.</param>
/// <param name="Kind">How events reach the agency.</param>
/// <param name="State">Whether they do.</param>
/// <param name="Reason">Why the region stopped delivering.</param>
/// <param name="Url">Where a webhook is delivered.</param>
/// <param name="Filter">Which events.</param>
/// <param name="Position">Everything in the log up to here is delivered, not wanted, or waits.</param>
/// <param name="Waiting">Incidents whose next event was not taken yet.</param>
/// <param name="NextAttemptAt">When the first of them is tried again.</param>
/// <param name="OldSecretUntil">Until when the secret before the present one signs too.</param>
/// <param name="IsExercise">It is of an exercise, and is given the events of that exercise only.</param>
/// <param name="ChangedAt">Its last change.</param>
/// <param name="Hold">Why the agency's exchange did not take the next event, which waits and is tried again; absent while all goes well.</param>
/// <param name="Secret">What signs, for the other side to check: shown once, by the answer to the call that made it.</param>
public sealed record SubscriptionView(
    Guid Id, int Version, string Agency, string Name, SubscriptionKind Kind, SubscriptionState State, DisabledReason? Reason, string? Url, SubscriptionFilter Filter, long Position,
    int Waiting, DateTimeOffset? NextAttemptAt, DateTimeOffset? OldSecretUntil, bool IsExercise, DateTimeOffset ChangedAt, TopicOutcome? Hold = null, string? Secret = null) : IVersioned
{
    internal static SubscriptionView Of(Subscription s, SubscriptionCursor cursor, IReadOnlyCollection<Lane> lanes, string? secret = null) => new(
        s.Id, s.Version, s.Agency, s.Name, s.Kind, s.State, s.Reason, s.Url, s.Filter, cursor.Position, lanes.Count,
        s.State == SubscriptionState.Active && lanes.Count > 0 ? lanes.Min(l => l.NextAt) : null, s.OldSecretUntil, s.ExerciseId is not null, s.ChangedAt,
        s.State == SubscriptionState.Active ? cursor.Hold : null, secret);

    /// <summary>With where it stands.</summary>
    internal static async Task<SubscriptionView> ReadAsync(Subscription s, ExchangeDb db, CancellationToken ct, string? secret = null) =>
        (await ReadAsync([s], db, ct))[0] with { Secret = secret };

    internal static async Task<IReadOnlyList<SubscriptionView>> ReadAsync(IReadOnlyList<Subscription> all, ExchangeDb db, CancellationToken ct)
    {
        var ids = all.Select(s => s.Id).ToArray();
        var cursors = await db.Cursors.Where(c => ids.Contains(c.SubscriptionId)).AsNoTracking().ToDictionaryAsync(c => c.SubscriptionId, ct);
        var lanes = (await db.Lanes.Where(l => ids.Contains(l.SubscriptionId)).ToListAsync(ct)).ToLookup(l => l.SubscriptionId);
        return [.. all.Select(s => Of(s, cursors[s.Id], [.. lanes[s.Id]]))];
    }
}
