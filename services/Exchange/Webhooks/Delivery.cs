using Coordination.Platform;

namespace Coordination.Exchange.Webhooks;

/// <summary>One attempt to deliver one event, for the agency to look at. Nothing that the other side said is kept but its status.</summary>
internal sealed class Delivery
{
    public Guid Id { get; set; }
    public Guid SubscriptionId { get; set; }
    public Guid EventId { get; set; }
    public string EventType { get; set; } = "";
    public Guid Subject { get; set; }
    public long Position { get; set; }
    public int Attempt { get; set; }
    public OutboundOutcome Outcome { get; set; }
    public int? Status { get; set; }
    public DateTimeOffset At { get; set; }
    public int Milliseconds { get; set; }
    /// <summary>When it will be tried again; null when it was taken, or nothing more is tried.</summary>
    public DateTimeOffset? NextAt { get; set; }
}
