using Coordination.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.Unit.Platform;

public sealed class TopicExchangeTests
{
    /// <summary>One that is refused while a later one of its subject is taken would let the later one overtake it.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("A", "A")]
    [InlineData("ABC", "ABC")]
    [InlineData("ABAC", "AB AC")]
    [InlineData("AAA", "A A A")]
    [InlineData("ABCABDA", "ABC ABD A")]
    public void Events_that_travel_together_are_about_different_subjects(string subjects, string expected)
    {
        var ids = new Dictionary<char, Guid>();
        var events = subjects.Select(c => ($"{c}", new LoggedEvent(1, Guid.NewGuid(), "probe.raised.v1", ids.TryGetValue(c, out var id) ? id : ids[c] = Guid.NewGuid(), null, default, default, default))).ToList();
        Assert.Equal(expected, string.Join(' ', TopicExchange.Together(events).Select(t => string.Concat(t.Select(e => e.Key)))));
    }

    [Fact]
    public async Task A_broker_that_is_away_takes_nothing_and_says_so_without_a_fault()
    {
        var away = new BrokerAddress("127.0.0.1", 1, "coordination", "exchange", "none", IsTls: false);
        await using var exchange = new TopicExchanges(away, new ServiceInstance("exchange", null, "test"), NullLogger<BrokerConnection>.Instance).Of("fire");
        var e = new LoggedEvent(1, Guid.NewGuid(), "probe.raised.v1", Guid.NewGuid(), null, default, default, default);
        Assert.Equal((0, TopicOutcome.BrokerAway), await exchange.PublishAsync([("fire.probe.raised.v1", e)], TestContext.Current.CancellationToken));
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exchange.PublishAsync([("fire.probe.raised.v1", e)], over.Token));
    }
}
