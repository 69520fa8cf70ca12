using Coordination.Command.Grades;
using Coordination.Contracts.Events;
using Coordination.Tests.Unit.Command.Incidents;

namespace Coordination.Tests.Unit.Command.Grades;

public sealed class GradeDecisionTests
{
    private static readonly DateTimeOffset T0 = IncidentTests.T0;

    private static GradeDecision Proposed(IncidentGrade grade = IncidentGrade.Major)
    {
        var (decision, refusal) = GradeDecision.Propose(IncidentTests.Active(), grade, byThreshold: true, T0);
        Assert.Null(refusal);
        return decision!;
    }

    [Fact]
    public void The_table_of_a_grade_is_this_one() => Machine.HasTable(GradeDecision.Life, """
        Proposed: Confirmed Superseded
        Confirmed: Superseded
        """);

    [Fact]
    public void Whatever_is_decided_a_grade_keeps_to_its_table() => Machine.Keeps(
        () => Proposed(), GradeDecision.Life, d => d.State, d => d.Version,
        d => d.State != GradeState.Confirmed || (d.ConfirmedBy is not null && d.ConfirmedAt is not null),
        (d, n) => d.Confirm($"agency-{n % 3}", T0.AddSeconds(n)), (d, n) => n % 4 == 0 ? d.Supersede() : null);

    [Fact]
    public void A_grade_is_confirmed_by_a_person_once()
    {
        var decision = Proposed();
        Assert.Null(decision.ConfirmedBy);
        Assert.Null(decision.Confirm("province", T0.AddHours(1)));
        Machine.Refused(decision.Confirm("county", T0.AddHours(2)), "illegal-transition");
        Assert.Equal(("province", T0.AddHours(1)), (decision.ConfirmedBy, decision.ConfirmedAt));
    }

    [Fact]
    public void A_superseded_grade_is_not_confirmed_any_more()
    {
        var decision = Proposed();
        Assert.Null(decision.Supersede());
        Machine.Refused(decision.Confirm("province", T0), "illegal-transition");
    }

    [Fact]
    public void For_public_safety_no_grade_is_proposed()
    {
        var (decision, refusal) = GradeDecision.Propose(IncidentTests.Active(EventKind.CrowdSafety), IncidentGrade.Ordinary, byThreshold: false, T0);
        Assert.Null(decision);
        Machine.Refused(refusal, "not-graded");
    }
}
