using Coordination.Platform;

namespace Coordination.Exchange.Subscriptions;

/// <summary>
/// How far the log was taken for a subscription: everything up to the position is delivered, not wanted, or waits in a <see cref="Webhooks.Lane"/>. It
/// carries the lease of the one replica that delivers; each taking of the lease is a new turn, and what was sent in an earlier one is written no more.
/// </summary>
internal sealed class SubscriptionCursor
{
    public Guid SubscriptionId { get; set; }
    public long Position { get; set; }
    public int Turn { get; set; }
    public string Owner { get; set; } = "";
    public DateTimeOffset LeaseUntil { get; set; } = DateTimeOffset.UnixEpoch;
    /// <summary>Why an agency's exchange did not take the next event; null while it does.</summary>
    public TopicOutcome? Hold { get; set; }
}
