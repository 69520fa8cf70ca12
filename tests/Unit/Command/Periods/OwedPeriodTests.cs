using Coordination.Command.Incidents;
using Coordination.Command.Periods;
using Coordination.Contracts.Events;
using Coordination.Tests.Unit.Command.Incidents;
using Coordination.Tests.Unit.Command.Recovery;

namespace Coordination.Tests.Unit.Command.Periods;

/// <summary>When an approved period is owed after the newest that began, and until when.</summary>
public sealed class OwedPeriodTests
{
    private static readonly DateTimeOffset T0 = OperationalPeriodTests.T0;

    private static OperationalPeriod Begun(int from = 0, int to = 12, params OperationalPeriod[] others)
    {
        var period = OperationalPeriodTests.Planned(from, to, others);
        Assert.True(period.Approve("county", T0) is null && period.Begin(T0.AddHours(from)) is null);
        return period;
    }

    private static (bool IsOwed, int? Hour) At(int hour, Incident? incident, params OperationalPeriod[] periods)
    {
        var owed = OwedPeriod.Of(periods, incident ?? IncidentTests.Active(), T0.AddHours(hour))!;
        return (owed.IsOwed, owed.Due is { } due ? (int)(due - T0).TotalHours : null);
    }

    [Fact]
    public void One_is_owed_until_the_end_of_the_current_period_and_for_one_that_runs_over_from_now()
    {
        var first = Begun();
        Assert.Equal((true, 12), At(1, null, first));
        Assert.Equal((true, null), At(12, null, first));
        Assert.Equal((true, null), At(30, null, first));
        Assert.Null(OwedPeriod.Of([OperationalPeriodTests.Planned()], IncidentTests.Active(), T0));
    }

    [Fact]
    public void One_that_was_ended_by_hand_owes_the_next_from_now()
    {
        var first = Begun();
        Assert.Null(first.End(T0.AddHours(3)));
        Assert.Equal((true, null), At(3, null, first));
    }

    [Fact]
    public void An_approved_one_follows_while_its_time_is_not_over()
    {
        var first = Begun();
        var second = OperationalPeriodTests.Planned(12, 24, first);
        Assert.Equal((true, 12), At(1, null, first, second));
        Assert.Null(second.Approve("county", T0));
        Assert.Equal((false, 12), At(1, null, first, second));
        Assert.Equal((true, null), At(24, null, first, second));
        Assert.Null(second.Begin(T0.AddHours(12), first));
        Assert.Equal((second, first), OwedPeriod.Of([first, second], IncidentTests.Active(), T0.AddHours(13)) is { } owed ? (owed.Last, owed.Before) : default);
        Assert.Equal((true, 24), At(13, null, first, second));
    }

    [Theory, InlineData(IncidentState.Confirmed), InlineData(IncidentState.Stabilised), InlineData(IncidentState.Recovery)]
    public void Nothing_is_owed_while_the_incident_is_not_active(IncidentState state) => Assert.False(At(1, LossLedgerTests.In(state), Begun()).IsOwed);

    [Theory]
    [InlineData(null, false, true), InlineData(ClockState.Cancelled, false, true), InlineData(ClockState.Met, false, true), InlineData(ClockState.MetLate, false, true)]
    [InlineData(ClockState.Breached, false, false), InlineData(ClockState.Breached, true, true), InlineData(ClockState.Running, true, false), InlineData(ClockState.Scheduled, true, false)]
    public void A_clock_that_passed_is_followed_by_another_only_where_a_period_is_owed_anew(ClockState? newest, bool isAnew, bool starts) =>
        Assert.Equal(starts, OwedPeriod.Starts(newest, isAnew));

    [Fact]
    public void After_a_relapse_one_is_owed_again_and_after_a_reopening_only_by_a_new_period()
    {
        var (incident, first) = (IncidentTests.Active(), Begun());
        Assert.True(incident.Stabilise() is null && incident.Activate() is null);
        Assert.Equal((true, 12), At(5, incident, first));
        Assert.Equal((true, null), At(40, incident, first));
        Assert.True(incident.Stabilise() is null && incident.EndResponse(T0.AddHours(41)) is null && first.End(T0.AddHours(41)) is null);
        Assert.True(incident.BeginRecovery() is null && incident.BeginReview() is null && incident.Close() is null && incident.Reopen() is null && incident.Activate() is null);
        Assert.Equal((false, null), At(50, incident, first));
        var second = Begun(50, 60, first);
        Assert.Equal((true, 60), At(50, incident, first, second));
    }
}
