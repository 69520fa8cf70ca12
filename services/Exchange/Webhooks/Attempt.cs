using System.Net;
using Coordination.Platform;

namespace Coordination.Exchange.Webhooks;

/// <summary>One event sent once, and how that ended.</summary>
internal sealed record Attempt(LoggedEvent Event, int Number, OutboundAnswer Answer, DateTimeOffset At, TimeSpan Took)
{
    internal bool IsTaken => Answer.IsSuccess;

    /// <summary>Nobody is there any more, and says so.</summary>
    internal bool IsGone => Answer.Status == (int)HttpStatusCode.Gone;

    /// <summary>Nobody answered, or somebody asked to be left alone for now: the next event would fare no better. Any other refusal is about this event.</summary>
    internal bool IsSilence => Answer.Outcome != OutboundOutcome.Answered || Answer.Status is 429 or 502 or 503 or 504;

    internal Delivery ToRow(Guid subscription, DateTimeOffset? nextAt) => new()
    {
        Id = Guid.CreateVersion7(),
        SubscriptionId = subscription,
        EventId = Event.Id,
        EventType = Event.Type,
        Subject = Event.Subject,
        Position = Event.Position,
        Attempt = Number,
        Outcome = Answer.Outcome,
        Status = Answer.Status,
        At = At,
        Milliseconds = (int)Took.TotalMilliseconds,
        NextAt = nextAt,
    };
}
