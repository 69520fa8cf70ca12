using Coordination.Exchange.Webhooks;

namespace Coordination.Tests.Unit.Exchange;

public sealed class RetryScheduleTests
{
    [Fact]
    public void A_receiver_is_tried_for_more_than_three_days_and_then_given_up()
    {
        var total = TimeSpan.Zero;
        var attempts = 1;
        for (; RetrySchedule.After(attempts, 0, null) is { } pause; attempts++) total += pause;
        Assert.InRange(total, TimeSpan.FromDays(2.4), TimeSpan.FromDays(5));
        Assert.Equal(RetrySchedule.Pauses.Length + 1, attempts);
    }

    [Fact]
    public void Pauses_grow_and_vary_by_a_fifth()
    {
        Assert.Equal(RetrySchedule.Pauses.Order(), RetrySchedule.Pauses);
        for (var n = 1; n <= RetrySchedule.Pauses.Length; n++)
            Assert.Equal((RetrySchedule.Pauses[n - 1] * 0.8, RetrySchedule.Pauses[n - 1] * 1.2), (RetrySchedule.After(n, 0, null), RetrySchedule.After(n, 1, null)));
    }

    [Theory, InlineData(1, 3), InlineData(3600, 3600), InlineData(1_000_000, 86_400)]
    public void A_receiver_that_asks_for_rest_is_given_it_up_to_a_day(int asked, int atLeast) =>
        Assert.True(RetrySchedule.After(1, 0, TimeSpan.FromSeconds(asked)) is { } pause && pause >= TimeSpan.FromSeconds(atLeast) && pause <= TimeSpan.FromDays(1));
}
