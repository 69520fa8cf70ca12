using Coordination.Contracts.Events;
using Coordination.Exchange.Subscriptions;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Exchange;

public sealed class SubscriptionTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 27, 20, 0, 0, TimeSpan.Zero);

    private static Subscription Webhook() => Subscription.Open(SubscriptionKind.Webhook, "desk", "https://hooks.example/a", null, [1], "fire", null, T0).Item1!;

    [Fact]
    public void The_table_of_a_subscription_is_this_one() => Machine.HasTable(Subscription.Life, """
        Active: Paused Disabled Ended
        Paused: Active Ended
        Disabled: Active Ended
        """);

    [Fact]
    public void Whatever_is_decided_a_subscription_keeps_to_its_table() => Machine.Keeps(
        Webhook, Subscription.Life, s => s.State, s => s.Version,
        s => (s.Reason is null) == (s.State != SubscriptionState.Disabled) && (s.Secret is null) == (s.State == SubscriptionState.Ended) && s.Url is not null,
        (s, n) => s.Pause(T0.AddMinutes(n)),
        (s, n) => s.Resume(T0.AddMinutes(n)),
        (s, n) => n % 40 == 0 ? s.End(T0.AddMinutes(n)) : s.Pause(T0),
        (s, n) => s.Disable(n % 2 == 0 ? DisabledReason.Gone : DisabledReason.Exhausted, T0.AddMinutes(n)),
        (s, n) => s.Rotate([(byte)n], T0.AddDays(1), T0.AddMinutes(n)),
        (s, n) => s.Change($"desk {n}", n % 3 == 0 ? null : "https://hooks.example/b", null, T0.AddMinutes(n)));

    [Fact]
    public void A_webhook_has_an_address_and_a_secret_and_a_stream_has_neither()
    {
        Assert.Equal("url-required", Subscription.Open(SubscriptionKind.Webhook, "a", null, null, [1], "fire", null, T0).Item2!.Rule);
        Assert.Equal("url-not-for-stream", Subscription.Open(SubscriptionKind.Stream, "a", "https://hooks.example", null, [1], "fire", null, T0).Item2!.Rule);
        var stream = Subscription.Open(SubscriptionKind.Stream, "a", null, null, [1], "fire", null, T0).Item1!;
        Assert.Equal("url-not-for-amqp", Subscription.Open(SubscriptionKind.Amqp, "a", "https://hooks.example", null, [1], "fire", null, T0).Item2!.Rule);
        Assert.Null(Subscription.Open(SubscriptionKind.Amqp, "a", null, null, [1], "fire", null, T0).Item1!.Secret);
        Assert.Null(stream.Secret);
        Assert.Equal("not-a-webhook", stream.Rotate([2], T0.AddDays(1), T0)!.Rule);
    }

    [Fact]
    public void A_new_secret_leaves_the_old_one_its_time_and_the_end_destroys_both()
    {
        var webhook = Webhook();
        Assert.Null(webhook.Rotate([2], T0.AddDays(1), T0));
        Assert.Equal((2, 1, T0.AddDays(1)), (webhook.Secret![0], webhook.OldSecret![0], webhook.OldSecretUntil!.Value));
        Assert.Null(webhook.End(T0));
        Assert.True(webhook is { Secret: null, OldSecret: null, OldSecretUntil: null });
        Assert.Equal("subscription-ended", webhook.Rotate([3], T0, T0)!.Rule);
        Assert.Equal("subscription-ended", webhook.Change("b", "https://hooks.example", null, T0)!.Rule);
    }
}
