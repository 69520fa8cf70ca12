using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Exchange.Subscriptions;

/// <summary>
/// An agency's wish to be given events, as data: which, and how they reach it. Where it stands is a durable cursor of its own
/// (<see cref="SubscriptionCursor"/>): stopping and changing it loses nothing.
/// </summary>
internal sealed class Subscription
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<SubscriptionState> Life = new(
        (SubscriptionState.Active, [SubscriptionState.Paused, SubscriptionState.Disabled, SubscriptionState.Ended]),
        (SubscriptionState.Paused, [SubscriptionState.Active, SubscriptionState.Ended]),
        (SubscriptionState.Disabled, [SubscriptionState.Active, SubscriptionState.Ended]));

    private Subscription() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public string Name { get; private set; } = "";
    public SubscriptionKind Kind { get; private set; }
    public SubscriptionState State { get; private set; }
    public DisabledReason? Reason { get; private set; }
    public string? Url { get; private set; }
    public SubscriptionFilter Filter { get; private set; } = SubscriptionFilter.Everything;
    /// <summary>What signs, sealed.</summary>
    public byte[]? Secret { get; private set; }
    /// <summary>What signed before, sealed; it signs too until its time is over.</summary>
    public byte[]? OldSecret { get; private set; }
    public DateTimeOffset? OldSecretUntil { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static (Subscription?, Refusal?) Open(SubscriptionKind kind, string name, string? url, SubscriptionFilter? filter, byte[]? secret, string agency, Guid? exercise, DateTimeOffset at)
    {
        var made = new Subscription { Id = Guid.CreateVersion7(), ExerciseId = exercise, Agency = agency, Kind = kind, Secret = kind == SubscriptionKind.Webhook ? secret : null };
        return made.Set(name, url, filter, at) is { } refusal ? (null, refusal) : (made, null);
    }

    public Refusal? Change(string name, string? url, SubscriptionFilter? filter, DateTimeOffset at)
    {
        if (IsOver() is { } over) return over;
        if (Set(name, url, filter, at) is { } refusal) return refusal;
        Version++;
        return null;
    }

    public Refusal? Pause(DateTimeOffset at) => Move(SubscriptionState.Paused, at);

    public Refusal? Resume(DateTimeOffset at) => Move(SubscriptionState.Active, at);

    /// <summary>The region gives up on the other side.</summary>
    public Refusal? Disable(DisabledReason reason, DateTimeOffset at) => Move(SubscriptionState.Disabled, at, reason);

    public Refusal? End(DateTimeOffset at)
    {
        if (Move(SubscriptionState.Ended, at) is { } refusal) return refusal;
        (Secret, OldSecret, OldSecretUntil) = (null, null, null);
        return null;
    }

    /// <summary>A new secret. The old one goes on signing beside it for the overlap, so that the other side changes over without a gap.</summary>
    public Refusal? Rotate(byte[] secret, DateTimeOffset oldUntil, DateTimeOffset at)
    {
        if (Kind != SubscriptionKind.Webhook) return new Refusal("not-a-webhook", "Only a webhook has a secret.");
        if (IsOver() is { } over) return over;
        if (OldSecretUntil > at) return new Refusal("secret-still-changing", "The secret before this one still signs; when its 24 hours are over a new one can be made.");
        (OldSecret, OldSecretUntil, Secret, ChangedAt) = (Secret, oldUntil, secret, at);
        Version++;
        return null;
    }

    public SubscriptionChanged Changed(bool secretRotated = false) => new(Id, Agency, Kind, State, Reason, Version, secretRotated, ChangedAt);

    private Refusal? Set(string name, string? url, SubscriptionFilter? filter, DateTimeOffset at)
    {
        if (Kind == SubscriptionKind.Webhook && url is null) return Refusal.Invalid("/url", "url-required", "A webhook has an address.");
        if (Kind == SubscriptionKind.Stream && url is not null) return Refusal.Invalid("/url", "url-not-for-stream", "A stream is read; it has no address.");
        if (Kind == SubscriptionKind.Amqp && url is not null) return Refusal.Invalid("/url", "url-not-for-amqp", "The agency's exchange is where the region's broker is; it has no address.");
        (Name, Url, Filter, ChangedAt) = (name, url, filter ?? SubscriptionFilter.Everything, at);
        return null;
    }

    private Refusal? IsOver() => State == SubscriptionState.Ended ? new Refusal("subscription-ended", "The subscription has ended.") : null;

    private Refusal? Move(SubscriptionState to, DateTimeOffset at, DisabledReason? reason = null)
    {
        if (Life.Refuse(State, to) is { } refusal) return refusal;
        (State, Reason, ChangedAt) = (to, reason, at);
        Version++;
        return null;
    }
}
