using Coordination.Contracts.Events;
using Coordination.Oversight.ClockBoard;

namespace Coordination.Tests.Unit.Oversight;

public sealed class BoardClockTests
{
    [Fact]
    public void What_was_offered_to_all_is_for_its_parties_once_it_was_taken()
    {
        var clock = Board("duty-office", "*");
        Assert.Equal((" duty-office * ", "duty-office"), (clock.Audience, clock.Owner()));
        clock.Keep(["fire", "duty-office", "*"]);
        Assert.Equal(" fire duty-office ", clock.Audience);
    }

    [Fact]
    public void A_service_that_names_nobody_opens_nothing()
    {
        var clock = Board("duty-office", "*");
        clock.Keep([]);
        Assert.Equal(" duty-office ", clock.Audience);
        var incidents = Board();
        Assert.Equal(("", null), (incidents.Audience, incidents.Owner()));
        incidents.Keep([]);
        Assert.Equal("", incidents.Audience);
    }

    private static BoardClock Board(params string[] audience)
    {
        var clock = BoardClock.New(Guid.NewGuid(), null, "test/region/intake");
        clock.Take(new ClockChanged(clock.Id, "report.reply", Guid.NewGuid(), 0, ClockState.Running, default, default, null, null, null), Guid.NewGuid(), audience);
        return clock;
    }
}
