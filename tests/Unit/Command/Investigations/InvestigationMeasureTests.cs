using Coordination.Command.Investigations;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Investigations;

public sealed class InvestigationMeasureTests
{
    private static readonly DateTimeOffset T0 = InvestigationTests.T0;
    private static readonly AskedMeasure Signals = new("Renew the signals", "rail", T0.AddDays(90));

    private static InvestigationMeasure Asked() => InvestigationMeasure.Ask(InvestigationTests.Begun(), Signals, T0).Item1!;

    [Fact]
    public void The_table_of_a_measure_is_this_one() => Machine.HasTable(InvestigationMeasure.Life, """
        Open: Done
        Done: Open
        """);

    [Fact]
    public void Whatever_is_done_a_measure_keeps_to_its_table_its_agency_says_that_it_is_done_and_the_authority_that_it_is_not()
    {
        string[] agencies = ["rail", "ministry", "harbour"];
        Machine.Keeps(
            Asked, InvestigationMeasure.Life, m => m.State, m => m.Version, m => (m.State == InvestigationMeasureState.Done) == (m.DoneAt is not null) && m.DueAt > T0,
            (m, n) => By("rail", "not-the-assignee", agencies[n % 3], m.Finish(agencies[n % 3], T0)),
            (m, n) => By("ministry", "not-the-authority", agencies[n % 3], m.Reopen(agencies[n % 3], "One signal is dark", T0.AddDays((n % 30) - 3), T0)));
    }

    private static Refusal? By(string whose, string rule, string agency, Refusal? refusal)
    {
        Assert.True(agency == whose || (refusal is { Status: 403 } && refusal.Rule == rule));
        return refusal;
    }

    [Fact]
    public void A_measure_is_for_an_agency_and_due_later()
    {
        Machine.Refused(InvestigationMeasure.Ask(InvestigationTests.Begun(), Signals with { Agency = "Mr Li" }, T0).Item2, "code");
        Machine.Refused(InvestigationMeasure.Ask(InvestigationTests.Begun(), Signals with { DueAt = T0 }, T0).Item2, "due-in-past");
        var asked = Asked();
        Assert.Equal(("rail", "ministry", T0.AddDays(90)), (asked.Agency, asked.Authority, asked.DueAt));
    }

    [Fact]
    public void What_is_open_after_its_time_is_overdue_and_what_is_done_is_not()
    {
        var measure = Asked();
        Assert.False(measure.IsOverdue(T0.AddDays(90)));
        Assert.True(measure.IsOverdue(T0.AddDays(91)));
        Assert.Null(measure.Finish("rail", T0.AddDays(91)));
        Machine.Refused(measure.Finish("rail", T0), "illegal-transition");
        Assert.False(measure.IsOverdue(T0.AddDays(92)));
        Assert.Null(measure.Reopen("ministry", "One signal is dark", T0.AddDays(100), T0.AddDays(92)));
        Machine.Refused(measure.Reopen("ministry", "Still", T0.AddDays(100), T0), "illegal-transition");
        Assert.Equal((InvestigationMeasureState.Open, T0.AddDays(100), "One signal is dark"), (measure.State, measure.DueAt, measure.Reason));
    }
}
