using Coordination.Command.Rosters;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Rosters;

public sealed class RosterTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 27, 0, 0, 0, TimeSpan.Zero);
    private static readonly HandoverNote Note = new("River rising, two orders open", [], []);

    private static DutyRoster Roster()
    {
        var (roster, refusal) = DutyRoster.Plan(Guid.CreateVersion7(), null, "county", "duty desk", [At(0, 12), At(12, 24)]);
        Assert.Null(refusal);
        return roster!;
    }

    private static ShiftTime At(double from, double until) => new(T0.AddHours(from), T0.AddHours(until));

    private static DutyShift Planned() => DutyShift.Plan(Guid.CreateVersion7(), Roster(), At(0, 12));

    [Fact]
    public void The_table_of_a_shift_is_this_one() => Machine.HasTable(DutyShift.Life, """
        Planned: Confirmed Uncovered
        Confirmed: OnDuty Uncovered
        OnDuty: HandedOver
        HandedOver: Closed
        """);

    [Fact]
    public void Whatever_is_decided_a_watch_never_passes_without_a_note() => Machine.Keeps(
        Planned, DutyShift.Life, s => s.State, s => s.Version, s => s.State is not (ShiftState.HandedOver or ShiftState.Closed) || s.Note is not null,
        (s, n) => s.Confirm(n % 3 == 0 ? "stranger" : "county"), (s, n) => n % 9 == 0 ? s.LeaveUncovered() : null, (s, n) => s.TakeDuty("county", T0.AddHours((n % 5) - 2)),
        (s, n) => n % 4 == 0 ? s.HandOver("county", Note, T0.AddHours(12)) : null, (s, _) => s.Close(s));

    [Fact]
    public void A_gap_of_one_minute_is_no_cover() =>
        Machine.Refused(DutyRoster.Plan(Guid.NewGuid(), null, "county", "desk", [At(0, 12), At(12.1, 24)]).Item2, "cover-gap");

    [Fact]
    public void A_watch_of_less_than_a_day_is_no_cover() =>
        Machine.Refused(DutyRoster.Plan(Guid.NewGuid(), null, "county", "desk", [At(0, 12)]).Item2, "cover-gap");

    [Fact]
    public void A_shift_ends_after_it_began_within_a_day_and_in_order()
    {
        Machine.Refused(DutyRoster.Plan(Guid.NewGuid(), null, "county", "desk", [At(1, 1)]).Item2, "shift-length");
        Machine.Refused(DutyRoster.Plan(Guid.NewGuid(), null, "county", "desk", [At(0, 25)]).Item2, "shift-length");
        Machine.Refused(DutyRoster.Plan(Guid.NewGuid(), null, "county", "desk", [At(10, 20), At(0, 12)]).Item2, "shift-order");
    }

    [Fact]
    public void A_long_shift_covers_the_short_ones_inside_it() =>
        Assert.Null(DutyRoster.Plan(Guid.NewGuid(), null, "county", "desk", [At(0, 20), At(2, 4), At(18, 30)]).Item2);

    [Fact]
    public void A_shift_closes_only_when_the_next_of_its_roster_is_on_duty()
    {
        var roster = Roster();
        var (first, second) = (DutyShift.Plan(Guid.CreateVersion7(), roster, At(0, 12)), DutyShift.Plan(Guid.CreateVersion7(), roster, At(12, 24)));
        Func<Refusal?>[] steps = [() => first.Confirm("county"), () => first.TakeDuty("county", T0), () => first.HandOver("county", Note, T0.AddHours(12))];
        foreach (var step in steps) Assert.Null(step());
        Machine.Refused(first.Close(second), "nobody-took-over");
        second.Confirm("county");
        second.TakeDuty("county", T0.AddHours(12));
        Assert.Null(first.Close(second));
    }

    [Fact]
    public void Someone_stands_in_for_an_uncovered_shift_until_its_end()
    {
        var shift = Planned();
        Machine.Refused(shift.Cover(Guid.NewGuid(), T0).Item2, "shift-covered");
        shift.LeaveUncovered();
        var (standIn, _) = shift.Cover(Guid.CreateVersion7(), T0.AddMinutes(20));
        Assert.Equal((ShiftState.Confirmed, shift.Id, shift.Until), (standIn!.State, standIn.Replaces, standIn.Until));
        Machine.Refused(shift.Cover(Guid.NewGuid(), T0.AddHours(12)).Item2, "shift-over");
    }

    [Fact]
    public void A_shift_is_not_taken_hours_before_it_begins()
    {
        var shift = Planned();
        shift.Confirm("county");
        Machine.Refused(shift.TakeDuty("county", T0.AddHours(-2)), "too-early");
        Machine.Refused(shift.TakeDuty("police", T0), "not-own-watch");
    }
}
