using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class HistoryTests
{
    [Fact]
    public void A_question_that_is_not_heard_is_asked_again_after_pauses_that_grow_from_five_seconds_to_ten_minutes() =>
        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 600, 600], Enumerable.Range(1, 9).Select(n => History.PauseAfter(n).TotalSeconds));

    [Fact]
    public void However_often_it_was_not_heard_the_pause_is_the_longest() => Assert.Equal(TimeSpan.FromMinutes(10), History.PauseAfter(int.MaxValue));
}
