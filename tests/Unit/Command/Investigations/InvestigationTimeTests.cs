using Coordination.Command.Investigations;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Command.Investigations;

/// <summary>How long a report and a reply may take, and who says what.</summary>
public sealed class InvestigationTimeTests
{
    private static readonly DateTimeOffset T0 = InvestigationTests.T0;
    private static readonly DateTimeOffset Late = T0.AddDays(61);
    private static readonly OwedTime Runs = InvestigationTests.Runs;

    private static Investigation Begun() => InvestigationTests.Begun();

    private static Investigation Submitted(IncidentGrade grade = IncidentGrade.Exceptional) => InvestigationTests.In(InvestigationState.Submitted, grade);

    [Fact]
    public void A_time_is_made_longer_once_and_a_time_that_ran_out_or_stands_never()
    {
        Machine.Refused(Begun().ExtendReport("ministry", 61, Runs, T0), "range");
        Machine.Refused(Begun().ExtendReport("ministry", 60, Runs, Late), "time-ran-out");
        Machine.Refused(Begun().ExtendReport("ministry", 60, Runs with { State = ClockState.Breached }, T0), "time-ran-out");
        Machine.Refused(Begun().ExtendReport("ministry", 60, Runs with { State = ClockState.Paused }, T0), "time-not-running");
        var it = Begun();
        Assert.Null(it.ExtendReport("ministry", 60, Runs, T0.AddDays(60)));
        Machine.Refused(it.ExtendReport("ministry", 1, Runs, T0), "extended-once");
    }

    [Fact]
    public void The_reply_takes_longer_on_an_exceptional_accident_alone()
    {
        Machine.Refused(Submitted(IncidentGrade.Major).ExtendReply("ministry", 30, Runs, T0), "no-extension");
        var it = Submitted();
        Machine.Refused(it.ExtendReply("ministry", 31, Runs, T0), "range");
        Machine.Refused(it.ExtendReply("ministry", 30, Runs, Late), "time-ran-out");
        Assert.Null(it.ExtendReply("ministry", 30, Runs, T0));
        Machine.Refused(it.ExtendReply("ministry", 1, Runs, T0), "extended-once");
    }

    [Theory]
    [InlineData(ClockState.Scheduled, "time-not-running"), InlineData(ClockState.Paused, "time-not-running"), InlineData(ClockState.Met, "time-not-running"), InlineData(ClockState.MetLate, "time-not-running")]
    [InlineData(ClockState.Cancelled, "time-not-running"), InlineData(ClockState.Waived, "time-not-running"), InlineData(ClockState.Breached, "time-ran-out"), InlineData(ClockState.Running, null)]
    public void An_appraisal_stops_a_time_that_runs_and_no_other(ClockState state, string? rule)
    {
        var it = Begun();
        Assert.Equal(rule, it.OrderAppraisal("rail", Runs with { State = state }, T0)?.Rule);
        Assert.Equal(rule is null ? InvestigationState.Appraising : InvestigationState.Investigating, it.State);
    }

    [Fact]
    public void What_is_overdue_is_not_appraised_and_is_submitted_late()
    {
        var it = Begun();
        Machine.Refused(it.OrderAppraisal("rail", Runs, Late), "time-ran-out");
        Assert.Null(it.Submit("rail", "li", "7", null, Late));
    }

    [Fact]
    public void Where_a_package_is_older_than_the_times_nobody_owes_them() => Assert.Null(Begun().OrderAppraisal("rail", null, Late));

    [Fact]
    public void The_authority_replies_by_another_person_than_who_submitted()
    {
        var it = Submitted();
        Machine.Refused(it.Reply("ministry", "li", "8", T0), "own-report");
        Machine.Refused(it.Reply("rail", "wang", "8", T0), "not-the-authority");
        Assert.Null(it.Reply("ministry", "wang", "8", T0));
    }

    [Fact]
    public void Who_neither_investigates_nor_is_of_the_team_does_nothing()
    {
        var it = Begun();
        Machine.Refused(it.AddToTeam("rail", "water"), "not-the-authority");
        Machine.Refused(it.OrderAppraisal("harbour", Runs, T0), "not-in-the-team");
        Machine.Refused(it.Submit("harbour", "li", "7", null, T0), "not-in-the-team");
        Machine.Refused(it.Discontinue("rail", "Enough"), "not-the-authority");
        Machine.Refused(it.AddToTeam("ministry", "Mr Li"), "code");
        Machine.Refused(it.AddToTeam("ministry", "rail"), "in-the-team");
    }
}
