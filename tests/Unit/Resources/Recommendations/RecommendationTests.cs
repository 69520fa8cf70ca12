using Coordination.Contracts.Events;
using Coordination.Resources.Recommendations;

namespace Coordination.Tests.Unit.Resources;

public sealed class RecommendationTests
{
    private static readonly RecommendationSettings Settings = new();

    [Fact]
    public void The_nearest_primary_team_goes_before_a_reserve_that_is_a_little_nearer()
    {
        var sets = Recommendation.Of([Team("reserve", 1, 10) with { Rank = CallUpRank.Reserve }, Team("primary", 1, 20)], new("boat", 1, 60), Settings);
        Assert.Equal(["primary"], Names(sets[0]));
        Assert.Equal([RecommendationAim.Balanced, RecommendationAim.SparesCover], sets[0].Aims);
        Assert.Equal([RecommendationReason.PrimaryTeam], sets[0].Resources[0].Reasons);
        Assert.Equal(["reserve"], Names(sets[1]));
        Assert.Equal([RecommendationAim.Fastest], sets[1].Aims);
        Assert.Equal((10, true), (sets[1].LastArrivalMinutes, sets[1].IsInTime));
        Assert.Equal([RecommendationReason.Nearest], sets[1].Resources[0].Reasons);
    }

    [Fact]
    public void A_base_is_not_left_empty_where_another_has_more()
    {
        var sets = Recommendation.Of([Team("alone", 1, 10) with { Ready = 1 }, Team("of two", 1, 19) with { Ready = 2 }], new("boat", 1, null), Settings);
        Assert.Equal(["of two"], Names(sets[0]));
        Assert.Contains(RecommendationReason.LeavesNothing, sets[1].Resources[0].Reasons);
    }

    [Fact]
    public void A_dearer_unit_stands_back_and_another_currency_says_nothing()
    {
        var dear = Team("dear", 1, 10) with { HourlyCostMinor = 9000, Currency = "CNY" };
        Assert.Equal(["cheap"], Names(Recommendation.Of([dear, Team("cheap", 1, 15) with { HourlyCostMinor = 1000, Currency = "CNY" }], new("boat", 1, null), Settings)[0]));
        Assert.Equal(["dear"], Names(Recommendation.Of([dear, Team("other", 1, 15) with { HourlyCostMinor = 1000, Currency = "EUR" }], new("boat", 1, null), Settings)[0]));
    }

    [Fact]
    public void Sets_that_are_there_in_time_come_first()
    {
        var sets = Recommendation.Of([Team("late", 2, 61), Team("near", 1, 45) with { Rank = CallUpRank.Volunteer }, Team("next", 1, 50) with { Rank = CallUpRank.Volunteer }], new("boat", 2, 60), Settings);
        Assert.Equal(["near", "next"], Names(sets[0]));
        Assert.Equal((true, false), (sets[0].IsInTime, sets[1].IsInTime));
        Assert.Contains(RecommendationReason.AfterNeedBy, sets[1].Resources[0].Reasons);
    }

    [Fact]
    public void Too_little_is_all_there_is_with_what_is_missing_and_nothing_is_no_set()
    {
        var set = Assert.Single(Recommendation.Of([Team("a", 3, 10), Team("b", 2, 5)], new("boat", 8, null), Settings));
        Assert.Equal((5, 3), (set.Quantity, set.Shortage));
        Assert.Equal(["b", "a"], Names(set));
        Assert.Empty(Recommendation.Of([], new("boat", 8, null), Settings));
    }

    [Fact]
    public void Goods_leave_no_more_than_is_needed_and_what_expires_first()
    {
        var (soon, late) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var depot = new Candidate("north", "sandbag", 500) { Lots = [new(soon, 200), new(late, 300)], Minutes = 30, Ready = 500, ExpiresAt = DateTimeOffset.UnixEpoch };
        var resource = Assert.Single(Recommendation.Of([depot], new("sandbag", 250, null), Settings)[0].Resources);
        Assert.Equal([new RecommendedLot(soon, 200), new RecommendedLot(late, 50)], resource.Lots);
        Assert.Equal((250, 50), (resource.Quantity, resource.CoverLeftPercent));
        Assert.DoesNotContain(RecommendationReason.LeavesNothing, resource.Reasons);
        Assert.Contains(RecommendationReason.ExpiresFirst, resource.Reasons);
    }

    [Fact]
    public void Two_that_leave_one_base_together_leave_it_empty()
    {
        var home = new object();
        Candidate Boat(string name) => Team(name, 1, 10) with { Base = home, Ready = 2 };
        var set = Recommendation.Of([Boat("a"), Boat("b")], new("boat", 2, null), Settings)[0];
        Assert.All(set.Resources, r => Assert.Contains(RecommendationReason.LeavesNothing, r.Reasons));
        Assert.Equal(50, Recommendation.Of([Boat("a"), Boat("b")], new("boat", 1, null), Settings)[0].Resources[0].CoverLeftPercent);
    }

    [Fact]
    public void One_that_is_surely_late_makes_a_set_late_though_the_way_of_another_is_unknown()
    {
        var sets = Recommendation.Of([Team("late", 1, 60.04), Team("unknown", 1, 0) with { Minutes = null }], new("boat", 2, 60), Settings);
        Assert.Equal((false, null), (sets[0].IsInTime, sets[0].LastArrivalMinutes));
        Assert.Null(Recommendation.Of([Team("unknown", 1, 0) with { Minutes = null }], new("boat", 1, 60), Settings)[0].IsInTime);
    }

    [Fact]
    public void A_type_that_may_come_instead_is_said_to_and_one_without_a_place_too()
    {
        var resource = Recommendation.Of([Team("big", 1, 10) with { TypeCode = "ship", Minutes = null }], new("boat", 1, 60), Settings)[0].Resources[0];
        Assert.Equal([RecommendationReason.WayUnknown, RecommendationReason.PrimaryTeam, RecommendationReason.ComesInstead], resource.Reasons);
    }

    [Fact]
    public void A_weight_below_zero_stops_the_start()
    {
        Assert.Null(Settings.Fault());
        Assert.Contains("0 to 10000", new RecommendationSettings { CoverMinutes = -1 }.Fault(), StringComparison.Ordinal);
    }

    private static Candidate Team(string name, int quantity, double minutes) => new(name, "boat", quantity)
    {
        UnitId = Guid.CreateVersion7(),
        Minutes = minutes,
        Rank = CallUpRank.Primary,
        Ready = 5L * quantity,
    };

    private static IEnumerable<string> Names(RecommendedSet set) => set.Resources.Select(r => r.Name);
}
