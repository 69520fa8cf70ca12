namespace Coordination.Contracts.Events;

/// <summary>How the events of a subscription reach its agency.</summary>
public enum SubscriptionKind
{
    /// <summary>The agency reads: as pages, server-sent events or a gRPC stream.</summary>
    Stream,
    /// <summary>The region posts each event to the agency's address.</summary>
    Webhook,
    /// <summary>The region publishes each event to the agency's own exchange at its broker.</summary>
    Amqp,
}

/// <summary>States of a subscription.</summary>
public enum SubscriptionState
{
    /// <summary>Events are delivered.</summary>
    Active,
    /// <summary>The agency stopped it for a while; its cursor waits.</summary>
    Paused,
    /// <summary>The region stopped it, for a reason that it says; its cursor waits.</summary>
    Disabled,
    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>Why the region stopped delivering.</summary>
public enum DisabledReason
{
    /// <summary>The other side said that nobody is there any more (410).</summary>
    Gone,
    /// <summary>Every attempt failed, over days.</summary>
    Exhausted,
}

/// <summary>A subscription was made, changed, stopped or ended. Subject: the subscription.</summary>
[EventType("exchange.subscription-changed.v1", Label = Labels.AmberStrict)]
public sealed record SubscriptionChanged(
    Guid SubscriptionId, string Agency, SubscriptionKind Kind, SubscriptionState State, DisabledReason? Reason, int Version, bool SecretRotated, DateTimeOffset ChangedAt) : IEvent;
