using Coordination.Command.Warnings;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Warnings;

public sealed class WarningTests
{
    internal static readonly DateTimeOffset T0 = new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero);

    private static ProposeWarning Rainstorm => new(
        EventKind.Meteorological, WarningLevel.Orange, "220221", ["220221"], "Rivers rise", "Leave the low ground", T0, T0.AddHours(6), "11B03");

    internal static Warning Proposed()
    {
        var (warning, refusal) = Warning.Propose(Rainstorm, "met-office", null, T0);
        Assert.Null(refusal);
        return warning!;
    }

    private static Warning InForce()
    {
        var warning = Proposed();
        Assert.Null(warning.Approve("county", T0));
        Assert.Null(warning.PutInForce(T0));
        return warning;
    }

    private static readonly IndicatorLevelChanged Rain = new(
        Guid.NewGuid(), IndicatorKind.Rainfall, EventKind.Meteorological, "11B03", "met-office", "220221100", null, null, IndicatorState.Normal, IndicatorState.Yellow, 50, null,
        ReadingConfidence.Normal, true, null, null, T0);

    private static Warning Indicated() => Warning.Indicated(Rain, WarningLevel.Yellow, "220221", null, T0)!;

    private static AmendWarning Content(DateTimeOffset expires) => new(["220221", "220221100"], "Rivers rise", "Leave the low ground", T0, expires);

    [Fact]
    public void What_an_indicator_proposes_follows_it_until_somebody_decides()
    {
        var warning = Indicated();
        Assert.Equal((WarningState.Proposed, WarningLevel.Yellow, "met-office"), (warning.State, warning.Level, warning.ProposedBy));
        Assert.True(warning.Follow(WarningLevel.Red, T0.AddMinutes(2), T0));
        Assert.False(warning.Follow(WarningLevel.Red, T0.AddMinutes(3), T0));
        Assert.Equal((WarningLevel.Red, 2, T0.AddMinutes(2)), (warning.Level, warning.Version, warning.IndicatedAt));
        Assert.Null(warning.Amend(Content(T0.AddHours(6)), T0));
        Assert.Null(warning.Approve("county", T0));
        Assert.False(warning.Follow(WarningLevel.Blue, T0.AddHours(1), T0));
        Assert.Equal(WarningLevel.Red, warning.Level);
        Assert.False(Proposed().Follow(WarningLevel.Red, T0.AddHours(1), T0));
    }

    [Fact]
    public void What_was_proposed_and_is_over_begins_anew_with_content_of_its_own_and_is_not_approved_as_it_is()
    {
        var warning = Indicated();
        Assert.Null(warning.Amend(Content(T0.AddHours(6)), T0));
        Machine.Refused(warning.Approve("county", T0.AddHours(6)), "already-expired");
        Assert.True(warning.Follow(WarningLevel.Yellow, T0.AddDays(300), T0.AddDays(300)));
        Assert.Equal((T0.AddDays(300), T0.AddDays(301), ""), (warning.StartsAt, warning.ExpiresAt, warning.Measures));
        Machine.Refused(warning.Approve("county", T0.AddDays(300)), "content-missing");
    }

    [Fact]
    public void What_a_warning_of_the_same_indicator_says_already_is_not_warned_of_twice_while_it_lasts()
    {
        var (first, second) = (Indicated(), Indicated());
        foreach (var warning in (Warning[])[first, second]) Assert.Null(warning.Amend(Content(T0.AddHours(6)), T0));
        // Both may be approved; only one goes into force.
        Assert.Null(first.Approve("county", T0, second));
        var third = Indicated();
        Assert.Null(third.Amend(Content(T0.AddHours(6)), T0));
        Assert.Null(third.Approve("county", T0, first));
        Assert.Null(first.PutInForce(T0, second, third));
        Machine.Refused(second.Approve("county", T0.AddHours(1), first), "already-warned");
        Machine.Refused(third.PutInForce(T0.AddHours(1), first), "already-warned");
        Assert.Equal(2, second.Version);
        // Another level is another warning, until it is adjusted to the same.
        Assert.True(second.Follow(WarningLevel.Red, T0.AddHours(1), T0.AddHours(1)));
        Assert.Null(second.Approve("county", T0.AddHours(1), first));
        Assert.Null(second.PutInForce(T0.AddHours(1), first));
        Assert.Null(second.Adjust(WarningLevel.Yellow, T0.AddHours(9), T0.AddHours(2)));
        Machine.Refused(second.PutInForce(T0.AddHours(2), first), "already-warned");
        // What begins when the first ends goes on without a gap; and the first may be lifted.
        var next = Indicated();
        Assert.Null(next.Amend(Content(T0.AddHours(20)) with { StartsAt = T0.AddHours(6) }, T0));
        Assert.Null(next.Approve("county", T0.AddHours(2), first));
        Assert.Null(first.Lift());
        Assert.Null(third.PutInForce(T0.AddHours(2), first));
    }

    [Fact]
    public void An_indicator_of_public_safety_proposes_no_warning() =>
        Assert.Null(Warning.Indicated(Rain with { EventKind = EventKind.CrowdSafety, EventCode = null }, WarningLevel.Red, "220221", null, T0));

    [Fact]
    public void What_does_not_say_what_to_beware_of_and_what_to_do_is_not_approved_and_what_is_decided_is_not_amended()
    {
        var warning = Indicated();
        Machine.Refused(warning.Approve("county", T0), "content-missing");
        Machine.Refused(warning.Amend(Content(T0), T0), "expiry");
        Machine.Refused(warning.Amend(Content(T0.AddHours(1)), T0.AddHours(1)), "expiry");
        Assert.Null(warning.Amend(Content(T0.AddHours(6)), T0));
        Assert.Equal((2, "Rivers rise", T0.AddHours(6)), (warning.Version, warning.Cautions, warning.ExpiresAt));
        Assert.Null(warning.Approve("county", T0));
        Machine.Refused(warning.Amend(Content(T0.AddHours(6)), T0), "already-decided");
    }

    [Fact]
    public void The_table_of_a_warning_is_this_one() => Machine.HasTable(Warning.Life, """
        Proposed: Approved Rejected
        Approved: InForce
        InForce: Adjusted Lifted Expired
        Adjusted: InForce Adjusted Lifted
        """);

    [Fact]
    public void Whatever_is_decided_a_warning_keeps_to_its_table() => Machine.Keeps(
        Indicated, Warning.Life, w => w.State, w => w.Version,
        w => w.ExpiresAt > w.StartsAt && w.State is WarningState.Proposed or WarningState.Rejected == w.IssuerAgency is null
            && w.State is WarningState.Proposed or WarningState.Rejected or WarningState.Approved == w.IssuedAt is null,
        (w, _) => w.Approve("county", T0), (w, n) => w.Amend(Content(T0.AddHours((n % 20) - 4)), T0), (w, n) => n % 9 == 0 ? w.Reject("No rain") : null, (w, n) => w.PutInForce(T0.AddMinutes(n % 60)),
        (w, n) => w.Adjust((WarningLevel)(n % 4), T0.AddHours((n % 20) - 4), T0), (w, n) => n % 9 == 0 ? w.Lift() : null,
        (w, n) => n % 9 == 0 ? w.Expire(T0.AddHours(n % 12)) : null, (w, n) => w.NotifyNeighbour($"22020{n % 5}"));

    [Fact]
    public void Public_safety_has_no_warning_colour() =>
        Machine.Refused(Warning.Propose(Rainstorm with { Kind = EventKind.CrowdSafety, EventCode = null }, "met-office", null, T0).Item2, "no-warning-colour");

    [Fact]
    public void A_code_of_another_kind_is_refused() =>
        Machine.Refused(Warning.Propose(Rainstorm with { EventCode = "11C02" }, "met-office", null, T0).Item2, "event-code");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(-3, -1)]
    public void A_warning_ends_after_it_starts_and_after_now(int startsAfter, int endsAfter) => Machine.Refused(
        Warning.Propose(Rainstorm with { StartsAt = T0.AddHours(startsAfter), ExpiresAt = T0.AddHours(endsAfter) }, "met-office", null, T0).Item2, "expiry");

    [Fact]
    public void A_warning_is_in_force_only_when_an_authorised_body_approved_it()
    {
        var warning = Proposed();
        Machine.Refused(warning.PutInForce(T0), "illegal-transition");
        Assert.Null(warning.Approve("county", T0));
        Assert.Null(warning.PutInForce(T0.AddMinutes(2)));
        Assert.Equal(("county", T0.AddMinutes(2)), (warning.IssuerAgency, warning.IssuedAt));
    }

    [Fact]
    public void A_rejected_warning_never_takes_force()
    {
        var warning = Proposed();
        Assert.Null(warning.Reject("The front passed south"));
        Assert.Equal("The front passed south", warning.Reason);
        Func<Refusal?>[] later = [() => warning.Approve("county", T0), () => warning.PutInForce(T0), warning.Lift, () => warning.Expire(T0.AddDays(1))];
        Assert.All(later, decide => Machine.Refused(decide(), "illegal-transition"));
        Assert.Equal(2, warning.Version);
    }

    [Fact]
    public void A_new_level_is_issued_again_before_it_is_in_force()
    {
        var warning = InForce();
        Machine.Refused(warning.Adjust(WarningLevel.Orange, T0.AddHours(9), T0.AddHours(1)), "same-level");
        Assert.Null(warning.Adjust(WarningLevel.Red, T0.AddHours(9), T0.AddHours(1)));
        Assert.Equal((WarningState.Adjusted, WarningLevel.Red, T0.AddHours(9)), (warning.State, warning.Level, warning.ExpiresAt));
        Assert.Null(warning.PutInForce(T0.AddHours(1)));
        Assert.Equal(T0, warning.IssuedAt);
    }

    [Fact]
    public void A_level_set_in_error_is_set_again_and_a_danger_that_is_over_is_lifted_at_once()
    {
        var warning = InForce();
        Assert.Null(warning.Adjust(WarningLevel.Red, T0.AddHours(9), T0.AddHours(1)));
        Machine.Refused(warning.Adjust(WarningLevel.Red, T0.AddHours(9), T0.AddHours(1)), "same-level");
        Assert.Null(warning.Adjust(WarningLevel.Yellow, T0.AddHours(9), T0.AddHours(1)));
        Assert.Equal((WarningState.Adjusted, WarningLevel.Yellow), (warning.State, warning.Level));
        Assert.Null(warning.Lift());
        Assert.Equal(WarningState.Lifted, warning.State);
    }

    [Fact]
    public void A_new_end_lies_after_now_and_after_the_start()
    {
        var (warning, _) = Warning.Propose(Rainstorm with { StartsAt = T0.AddHours(4) }, "met-office", null, T0);
        Assert.Null(warning!.Approve("county", T0));
        Assert.Null(warning.PutInForce(T0));
        Machine.Refused(warning.Adjust(WarningLevel.Red, T0, T0), "expiry");
        Machine.Refused(warning.Adjust(WarningLevel.Red, T0.AddHours(3), T0), "expiry");
        Assert.Equal((WarningState.InForce, WarningLevel.Orange, 3), (warning.State, warning.Level, warning.Version));
    }

    [Fact]
    public void A_warning_does_not_run_out_by_itself_and_not_before_its_end()
    {
        var warning = InForce();
        Machine.Refused(warning.Expire(T0.AddHours(6).AddTicks(-10)), "not-expired");
        Assert.Equal(WarningState.InForce, warning.State);
        Assert.Null(warning.Expire(T0.AddHours(6)));
        Assert.Equal(WarningState.Expired, warning.State);
    }

    [Fact]
    public void Neighbours_are_told_of_a_warning_in_force_each_once()
    {
        Machine.Refused(Proposed().NotifyNeighbour("230000"), "not-in-force");
        var warning = InForce();
        Assert.Null(warning.NotifyNeighbour("230000"));
        Assert.Null(warning.NotifyNeighbour("230000"));
        Assert.Equal(["230000"], warning.NotifiedNeighbours);
        Assert.Equal(4, warning.Version);
    }
}
