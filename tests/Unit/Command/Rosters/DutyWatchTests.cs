using Coordination.Command.Rosters;
using Coordination.Contracts.Events;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Rosters;

public sealed class DutyWatchTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 27, 0, 0, 0, TimeSpan.Zero);
    private static readonly HandoverNote Note = new("River rising", [], []);

    private static DateTimeOffset At(double hours) => T0.AddHours(hours);

    private static (DutyRoster Roster, List<DutyShift> Shifts) Plan(params double[] bounds)
    {
        var times = bounds.Zip(bounds.Skip(1)).Select(b => new ShiftTime(At(b.First), At(b.Second))).ToList();
        var (roster, refusal) = DutyRoster.Plan(Guid.CreateVersion7(), null, "county", "duty desk", times);
        Assert.Null(refusal);
        return (roster!, [.. times.Select(t => DutyShift.Plan(Guid.CreateVersion7(), roster!, t))]);
    }

    private static (DutyWatch Watch, List<DutyShift> Shifts) Kept(params double[] bounds)
    {
        var (roster, shifts) = Plan(bounds);
        Take(shifts[0], bounds[0]);
        var watch = DutyWatch.Begin(roster);
        Assert.False(watch.Look(shifts, At(bounds[0])));
        return (watch, shifts);
    }

    private static void Take(DutyShift shift, double at)
    {
        shift.Confirm("county");
        Assert.Null(shift.TakeDuty("county", At(at)));
    }

    [Fact]
    public void The_table_of_a_watch_is_this_one() => Machine.HasTable(DutyWatch.Life, """
        Covered: GapAhead Gap StoodDown
        GapAhead: Covered Gap StoodDown
        Gap: Covered StoodDown
        StoodDown: Covered
        """);

    [Fact]
    public void A_gap_between_two_rosters_is_an_alarm_before_it_begins_and_while_it_lasts_and_closes_when_somebody_is_on_duty()
    {
        var (watch, shifts) = Kept(0, 24);
        Assert.Equal(At(24), watch.CoveredUntil);
        Assert.Null(watch.Foresee(shifts, At(24)));
        Assert.Equal((WatchState.GapAhead, At(24), null), (watch.State, watch.GapFrom, watch.GapUntil));
        var (_, later) = Plan(30, 54);
        shifts.AddRange(later);
        Assert.False(watch.Look(shifts, At(20)));
        Assert.Equal((WatchState.GapAhead, At(30)), (watch.State, watch.GapUntil));
        Assert.True(watch.Look(shifts, At(24)));
        Assert.Equal((WatchState.Gap, At(24), At(30)), (watch.State, watch.GapFrom, watch.GapUntil));
        later[0].Confirm("county");
        Assert.False(watch.Look(shifts, At(30)));
        Take(later[0], 30.1);
        Assert.True(watch.Look(shifts, At(30.1)));
        Assert.Equal((WatchState.Covered, At(54), At(24)), (watch.State, watch.CoveredUntil, watch.GapFrom));
    }

    [Fact]
    public void A_gap_that_is_filled_before_it_begins_is_an_alarm_no_more()
    {
        var (watch, shifts) = Kept(0, 24);
        watch.Foresee(shifts, At(24));
        shifts.AddRange(Plan(24, 48).Shifts);
        Assert.True(watch.Look(shifts, At(19)));
        Assert.Equal((WatchState.Covered, At(48)), (watch.State, watch.CoveredUntil));
        Machine.Refused(watch.Foresee(shifts, At(24)), "watch-covered");
    }

    [Fact]
    public void A_shift_that_nobody_takes_is_a_gap_at_once_and_a_stand_in_closes_it_when_on_duty()
    {
        var (watch, shifts) = Kept(0, 12, 24);
        shifts[0].HandOver("county", Note, At(12));
        shifts[1].Confirm("county");
        Assert.False(watch.Look(shifts, At(12)));
        shifts[1].LeaveUncovered();
        Assert.True(watch.Look(shifts, At(12.25)));
        Assert.Equal((WatchState.Gap, At(12.25)), (watch.State, watch.GapFrom));
        var (standIn, _) = shifts[1].Cover(Guid.CreateVersion7(), At(12.5));
        shifts.Add(standIn!);
        Assert.False(watch.Look(shifts, At(12.5)));
        Assert.Null(standIn!.TakeDuty("county", At(12.6)));
        Assert.True(watch.Look(shifts, At(12.6)));
        Assert.Equal((WatchState.Covered, At(24)), (watch.State, watch.CoveredUntil));
    }

    [Fact]
    public void A_post_that_was_stood_down_raises_no_alarm_until_it_is_planned_again()
    {
        var (watch, shifts) = Kept(0, 24);
        Machine.Refused(watch.StandDown("police"), "not-own-watch");
        Assert.Null(watch.StandDown("county"));
        Assert.False(watch.Look(shifts, At(30)));
        Machine.Refused(watch.Foresee(shifts, At(24)), "illegal-transition");
        var (roster, next) = Plan(48, 72);
        Assert.True(watch.Take(roster));
        Assert.False(watch.Take(roster));
        Assert.False(watch.Look(next, At(40)));
        Assert.Equal((WatchState.Covered, At(72)), (watch.State, watch.CoveredUntil));
    }

    [Fact]
    public void A_watch_that_has_not_begun_is_no_gap()
    {
        var (roster, shifts) = Plan(24, 48);
        var watch = DutyWatch.Begin(roster);
        Assert.False(watch.Look(shifts, T0));
        Assert.Equal((WatchState.Covered, At(48)), (watch.State, watch.CoveredUntil));
    }

    /// <summary>Rosters of some days, shifts of any length that overlap or meet, each taken and handed over in time: no alarm until the last hours of the last one.</summary>
    [Fact]
    public void A_roster_that_covers_all_raises_no_alarm() => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(30).ToArbitrary(), numbers =>
    {
        var duty = new Played();
        foreach (var n in numbers.Append(0)) duty.Add(overlap: n % 3, length: 1 + n / 3 % 12);
        duty.Play();
        return duty.Alarms.TrueForAll(a => a.At >= duty.End - 6) && duty.Alarms.Select(a => a.State).SequenceEqual([WatchState.GapAhead, WatchState.Gap]);
    }).QuickCheckThrowOnFailure();

    /// <summary>The same with holes: each hour that nobody keeps lies in an alarm, told before where it was planned so, and no other hour does.</summary>
    [Fact]
    public void Every_hour_that_nobody_keeps_is_an_alarm_and_no_other_is() => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(20).ToArbitrary(), numbers =>
    {
        var duty = new Played();
        foreach (var n in numbers.Append(1)) duty.Add(overlap: (n % 5) - 2, length: 1 + n / 5 % 12, comes: n / 60 % 4 > 0);
        duty.Play();
        return duty.Hours.TrueForAll(h => h.IsKept == (h.State is WatchState.Covered or WatchState.GapAhead));
    }).QuickCheckThrowOnFailure();
}
