using Coordination.Command.Exercises;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Plans;

namespace Coordination.Tests.Unit.Command.Exercises;

public sealed class DrillTests
{
    private static readonly DateTimeOffset T0 = new(2026, 5, 12, 9, 0, 0, TimeSpan.Zero);

    private static Drill Planned() => Drill.Plan(
        Guid.CreateVersion7(), null, PlanTests.InForce(), null, DrillForm.Live, DrillScope.Comprehensive,
        [new(0, 5, "The bridge is full", "One-way flow is ordered", 10), new(0, 20, "A sensor fails", "People count by hand", 5)]);

    private static Drill Running()
    {
        var drill = Planned();
        Func<Refusal?>[] steps = [drill.Approve, drill.Brief, () => drill.Start(null)];
        foreach (var step in steps) Assert.Null(step());
        return drill;
    }

    [Fact]
    public void The_table_of_a_drill_is_this_one() => Machine.HasTable(Drill.Life, """
        Planned: Approved Cancelled
        Approved: Briefed Cancelled
        Briefed: Running Cancelled
        Running: Ended Aborted
        Ended: Evaluated
        Evaluated: ImprovementTracked
        ImprovementTracked: Closed
        """);

    [Fact]
    public void Whatever_is_decided_a_drill_keeps_to_its_table() => Machine.Keeps(
        Planned, Drill.Life, d => d.State, d => d.Version,
        d => d.Injects.TrueForAll(i => i.ObservedAt is null || i.PlayedAt is not null) && (d.State != DrillState.Evaluated || d.Injects.TrueForAll(i => i.Outcome is not null)),
        (d, _) => d.Approve(), (d, _) => d.Brief(), (d, _) => d.Start(null), (d, n) => d.Play(n % 3, T0), (d, n) => d.Observe(n % 3, InjectOutcome.AsExpected, T0.AddMinutes(n % 30)),
        (d, n) => n % 5 == 0 ? d.End() : null, (d, _) => d.Evaluate([new(0, "Plan lacks a count by hand", true)]), (d, _) => d.TrackImprovement(),
        (d, _) => d.LinkFinding(1, Guid.NewGuid()), (d, _) => d.Close(), (d, n) => n % 15 == 0 ? d.Cancel() : null, (d, n) => n % 15 == 0 ? d.Abort(Guid.NewGuid()) : null);

    [Fact]
    public void A_right_answer_that_comes_too_late_is_late()
    {
        var drill = Running();
        drill.Play(1, T0);
        Assert.Null(drill.Observe(1, InjectOutcome.AsExpected, T0.AddMinutes(11)));
        Assert.Equal(InjectOutcome.Late, drill.Injects[0].Outcome);
        Assert.Equal(0, drill.AsExpected);
    }

    [Fact]
    public void An_inject_is_observed_after_it_was_played_and_once()
    {
        var drill = Running();
        Machine.Refused(drill.Observe(1, InjectOutcome.AsExpected, T0), "inject-not-played");
        drill.Play(1, T0);
        Machine.Refused(drill.Play(1, T0), "inject-played");
        Machine.Refused(drill.Observe(1, InjectOutcome.AsExpected, T0.AddMinutes(-1)), "before-played");
        Assert.Null(drill.Observe(1, InjectOutcome.AsExpected, T0.AddMinutes(2)));
        Machine.Refused(drill.Observe(1, InjectOutcome.Missed, T0.AddMinutes(3)), "inject-observed");
        Machine.Refused(drill.Play(7, T0), "no-such-inject");
    }

    [Fact]
    public void What_nobody_observed_was_missed()
    {
        var drill = Running();
        drill.End();
        Assert.Null(drill.Evaluate([]));
        Assert.All(drill.Injects, i => Assert.Equal(InjectOutcome.Missed, i.Outcome));
    }

    [Fact]
    public void A_drill_closes_only_when_what_changes_the_plan_is_linked_to_a_version()
    {
        var drill = Running();
        drill.End();
        drill.Evaluate([new(0, "Count by hand is missing", true), new(0, "Well led", false)]);
        drill.TrackImprovement();
        Machine.Refused(drill.Close(), "finding-not-linked");
        Machine.Refused(drill.LinkFinding(3, Guid.NewGuid()), "no-such-finding");
        Assert.Null(drill.LinkFinding(1, Guid.NewGuid()));
        Assert.Null(drill.Close());
    }

    [Fact]
    public void A_real_incident_breaks_a_drill_off()
    {
        var drill = Running();
        var incident = Guid.NewGuid();
        Assert.Null(drill.Abort(incident));
        Assert.Equal((DrillState.Aborted, incident), (drill.State, drill.AbortedFor));
        Machine.Refused(Planned().Abort(incident), "illegal-transition");
    }
}
