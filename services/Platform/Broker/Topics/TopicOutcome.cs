namespace Coordination.Platform;

/// <summary>How it ended with an event for somebody's topic exchange.</summary>
public enum TopicOutcome
{
    /// <summary>Every queue that is bound to its key has it, durably.</summary>
    Taken,
    /// <summary>No queue is bound to its key.</summary>
    NoQueue,
    /// <summary>A queue that is bound to its key is full.</summary>
    QueueFull,
    /// <summary>The owner has no exchange at the broker, or none that this instance may write.</summary>
    NotProvisioned,
    /// <summary>The broker cannot be reached or does not answer.</summary>
    BrokerAway,
}
