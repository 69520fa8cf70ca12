using System.Text.Json;
using Coordination.Contracts.Events;
using Coordination.Resources.LivingSupport;
using Coordination.Resources.Requests;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.Resources.Needs;

namespace Coordination.Tests.Unit.Resources;

public sealed class LivingSupportTests
{
    private static readonly HashSet<(LifelineState, LifelineState)> Table =
    [
        (LifelineState.Interrupted, LifelineState.Limited), (LifelineState.Interrupted, LifelineState.Restored), (LifelineState.Limited, LifelineState.Interrupted),
        (LifelineState.Limited, LifelineState.Restored), (LifelineState.Restored, LifelineState.Interrupted), (LifelineState.Restored, LifelineState.Limited),
    ];

    [Fact]
    public void The_table_of_a_lifeline_is_this_one()
    {
        foreach (var from in Enum.GetValues<LifelineState>())
            foreach (var to in Enum.GetValues<LifelineState>())
                Assert.Equal(Table.Contains((from, to)), Lifeline.Life.Allows(from, to));
    }

    [Fact]
    public void What_works_is_not_listed_and_no_time_is_promised_that_is_over()
    {
        Assert.Equal("illegal-transition", Report(LifelineState.Restored, null).Refusal!.Rule);
        Assert.Equal("in-past", Report(LifelineState.Limited, T0).Refusal!.Rule);
        var lifeline = Report(LifelineState.Interrupted, T0.AddHours(1)).Lifeline!;
        Assert.Equal("in-past", lifeline.Change(LifelineState.Limited, null, T0.AddHours(2), T0.AddHours(3))!.Rule);
        // The time that was promised may be said again when it is over.
        Assert.Null(lifeline.Change(LifelineState.Limited, 50, T0.AddHours(1), T0.AddHours(3)));
        Assert.Equal("before-last-report", lifeline.Change(LifelineState.Restored, null, null, T0.AddHours(2))!.Rule);
    }

    /// <summary>A clock of a time that is over would be breached as it begins.</summary>
    [Fact]
    public void A_time_that_was_kept_is_not_promised_again_when_the_lifeline_fails_anew()
    {
        var lifeline = Report(LifelineState.Interrupted, T0.AddHours(10)).Lifeline!;
        Assert.Null(lifeline.Change(LifelineState.Restored, null, T0.AddHours(10), T0.AddHours(8)));
        Assert.Equal((null, null), (lifeline.RestoreBy, LifelineView.Of(lifeline).RestoreBy));
        Assert.Equal("in-past", lifeline.Change(LifelineState.Interrupted, 50, T0.AddHours(10), T0.AddHours(11))!.Rule);
        Assert.Null(lifeline.Change(LifelineState.Interrupted, 50, T0.AddHours(20), T0.AddHours(11)));
        Assert.Equal(T0.AddHours(20), lifeline.Promised);
    }

    /// <summary>An older replica leaves the time of a lifeline that works in its row.</summary>
    [Fact]
    public void What_works_is_promised_no_more_whatever_its_row_says()
    {
        var lifeline = Report(LifelineState.Interrupted, T0.AddHours(10)).Lifeline!;
        Assert.Null(lifeline.Change(LifelineState.Restored, null, null, T0.AddHours(8)));
        typeof(Lifeline).GetProperty(nameof(Lifeline.RestoreBy))!.SetValue(lifeline, T0.AddHours(10));
        Assert.Equal((null, null), (lifeline.Promised, LifelineView.Of(lifeline).RestoreBy));
        Assert.Equal("in-past", lifeline.Change(LifelineState.Limited, 50, T0.AddHours(10), T0.AddHours(11))!.Rule);
    }

    [Theory]
    [InlineData("""{"state":1,"households":900}""", false)]
    [InlineData("""{"state":1,"restoreBy":null}""", true)]
    [InlineData("""{"state":1,"restoreBy":"2026-07-28T03:00:00Z"}""", true)]
    public void A_report_that_names_no_time_says_nothing_of_it(string body, bool says) =>
        Assert.Equal(says, JsonSerializer.Deserialize<ChangeLifeline>(body, JsonSerializerOptions.Web)!.SaysRestoreBy);

    /// <summary>However it is reported: a refusal changes nothing, a change raises the version by one, time does not run back, and where it works nobody is without it.</summary>
    [Fact]
    public void However_a_lifeline_is_reported_it_stays_true() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, 99_999).ListOf().ToArbitrary(), reports =>
    {
        var lifeline = Report(LifelineState.Interrupted, null).Lifeline!;
        foreach (var r in reports)
        {
            var before = (lifeline.Version, lifeline.State, lifeline.ChangedAt, lifeline.RestoreBy, lifeline.Households);
            var refusal = lifeline.Change((LifelineState)(r % 3), r % 7 == 0 ? null : r % 1000, r % 5 == 0 ? null : T0.AddMinutes(r / 10 % 5000), T0.AddMinutes(r / 100));
            if (refusal is not null && before != (lifeline.Version, lifeline.State, lifeline.ChangedAt, lifeline.RestoreBy, lifeline.Households)) return false;
            if (refusal is null && (lifeline.Version != before.Version + 1 || lifeline.ChangedAt < before.ChangedAt || (lifeline.State == LifelineState.Restored && (lifeline.Households, lifeline.RestoreBy) != (0, null)))) return false;
        }
        return true;
    }));

    [Fact]
    public void A_need_is_met_by_what_is_committed_to_its_lines_and_by_nothing_else()
    {
        var (mine, other, done) = (Line(1, 200, LineState.Approved), Line(2, 50, LineState.Approved), Line(3, 80, LineState.Unfilled));
        mine.Approved = 150;
        foreach (var line in (Line[])[mine, other, done]) line.Fills.Add(Tally(FillState.Committed, 30));
        mine.Fills.Add(Tally(FillState.Offered, 100));
        var need = LivingNeed.State(Guid.NewGuid(), null, "city", Guid.NewGuid(), LivingNeedKind.Blankets, "School No. 5", 300, T0);
        Assert.Equal((0L, 0L), need.Met([mine, other, done]));
        need.Revise(300, [mine.Id, done.Id, mine.Id], T0);
        Assert.Equal((180L, 60L), need.Met([mine, other, done]));
        Assert.Equal(240, LivingNeedView.Of(need, [mine, other, done]).Lacking);
        need.Revise(0, [mine.Id], T0);
        Assert.Equal(0, LivingNeedView.Of(need, [mine]).Lacking);
    }

    [Theory]
    [InlineData(LivingNeedKind.ShelterPlaces, false)]
    [InlineData(LivingNeedKind.Meals, true)]
    [InlineData(LivingNeedKind.DrinkingWater, true)]
    [InlineData(LivingNeedKind.Blankets, false)]
    [InlineData(LivingNeedKind.Tents, false)]
    [InlineData(LivingNeedKind.Toilets, false)]
    [InlineData(LivingNeedKind.FamilyReceptionPlaces, false)]
    public void What_went_home_again_meets_no_need_unless_it_was_used_up(LivingNeedKind kind, bool isUsedUp)
    {
        foreach (var home in (FillState[])[FillState.Returned, FillState.ReimbursementOpen, FillState.Claimed, FillState.Disputed, FillState.Settled, FillState.Closed])
        {
            var line = Line(1, 200, LineState.Closed);
            line.Fills.AddRange([Tally(FillState.Demobilizing, 50), Tally(home, 150)]);
            var need = LivingNeed.State(Guid.NewGuid(), null, "city", Guid.NewGuid(), kind, "School No. 5", 300, T0);
            need.Revise(300, [line.Id], T0);
            Assert.Equal(isUsedUp ? (200L, 200L) : (50L, 50L), need.Met([line]));
            Assert.Equal(isUsedUp ? 100 : 250, LivingNeedView.Of(need, [line]).Lacking);
        }
    }

    [Fact]
    public void Neither_list_has_a_place_for_a_person()
    {
        Assert.Equal(["Agency", "ChangedAt", "ExerciseId", "Households", "Id", "IncidentId", "Kind", "Name", "ResponsibleAgency", "RestoreBy", "State", "Version"],
            typeof(Lifeline).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Agency", "ChangedAt", "ExerciseId", "Id", "IncidentId", "Kind", "Lines", "Needed", "Place", "Version"],
            typeof(LivingNeed).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    private static (Lifeline? Lifeline, Coordination.Platform.Refusal? Refusal) Report(LifelineState state, DateTimeOffset? restoreBy) =>
        Lifeline.Report(Guid.NewGuid(), null, "city", Guid.NewGuid(), LifelineKind.Power, "Riverside", "grid", state, 40, restoreBy, T0);
}
