namespace Coordination.Exchange.Webhooks;

/// <summary>
/// One incident whose next event was not taken: it and all later ones of the incident wait here, in order, while the rest of the subscription goes on.
/// A lane is a cursor of its own, behind the subscription's.
/// </summary>
internal sealed class Lane
{
    public Guid SubscriptionId { get; set; }
    public Guid Subject { get; set; }
    /// <summary>Place of the event that must be taken next.</summary>
    public long Position { get; set; }
    /// <summary>How often that was tried.</summary>
    public int Attempts { get; set; }
    /// <summary>The other side did not answer at all, or asked to be left alone: what is wrong is not the event.</summary>
    public bool IsSilence { get; set; }
    public DateTimeOffset NextAt { get; set; }

    /// <summary>From the beginning, at once: the agency says that its side is in order, or it shows.</summary>
    public void Wake(DateTimeOffset now) => (Attempts, NextAt) = (0, now);
}
