using Coordination.Command.Recovery;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Recovery;

public sealed class RecoveryTaskTests
{
    private static readonly DateTimeOffset T0 = LossLedgerTests.T0;
    private static readonly AssignRecoveryTask Dyke = new(LossSector.Infrastructure, "Repair the dyke", "water", T0.AddDays(30));

    private static (RecoveryTask?, Refusal?) Assign(AssignRecoveryTask request, IncidentState state = IncidentState.Recovery, bool hasPlan = true) =>
        RecoveryTask.Assign(LossLedgerTests.In(state), hasPlan ? RecoveryPlanTests.Adopted() : null, request, "county", T0);

    private static RecoveryTask Assigned() => Assign(Dyke).Item1!;

    [Fact]
    public void The_table_of_a_recovery_task_is_this_one() => Machine.HasTable(RecoveryTask.Life, """
        Assigned: InProgress Done Cancelled
        InProgress: Done Cancelled
        """);

    [Fact]
    public void Whatever_is_done_a_recovery_task_keeps_to_its_table_and_only_its_agency_says_how_far_it_is()
    {
        string[] agencies = ["water", "county"];
        Machine.Keeps(
            Assigned, RecoveryTask.Life, t => t.State, t => t.Version,
            t => t.IsOpen == (t.EndedAt is null) && (t.State == RecoveryTaskState.Done) == (t.Progress == 100) && (t.State == RecoveryTaskState.Cancelled) == (t.Reason is not null)
                && (t.State != RecoveryTaskState.Assigned || t.Progress == 0),
            (t, n) => Theirs(t, agencies[n % 2], t.Advance(agencies[n % 2], (n % 120) - 10, T0)), (t, n) => n % 9 == 0 ? Theirs(t, agencies[n % 2], t.Complete(agencies[n % 2], T0)) : null,
            (t, n) => n % 13 == 0 ? t.Cancel("Built elsewhere", T0) : null);
    }

    private static Refusal? Theirs(RecoveryTask task, string agency, Refusal? refusal)
    {
        Assert.True(agency == task.Agency || refusal is { Rule: "not-the-assignee", Status: 403 });
        return refusal;
    }

    [Theory]
    [InlineData(IncidentState.ResponseEnded), InlineData(IncidentState.Closed)]
    public void It_is_assigned_while_the_incident_recovers(IncidentState state) => Machine.Refused(Assign(Dyke, state).Item2, "not-in-recovery");

    [Fact]
    public void It_follows_from_an_adopted_plan_goes_to_an_agency_and_is_due_after_now()
    {
        Machine.Refused(Assign(Dyke, hasPlan: false).Item2, "no-recovery-plan");
        Machine.Refused(Assign(Dyke with { Agency = "Mr Li of village 7" }).Item2, "code");
        Machine.Refused(Assign(Dyke with { DueAt = T0 }).Item2, "due-in-past");
    }

    [Theory]
    [InlineData(IncidentState.Active, false), InlineData(IncidentState.Recovery, true), InlineData(IncidentState.UnderReview, true), InlineData(IncidentState.Closed, false)]
    public void What_is_planned_and_assigned_goes_on_while_the_incident_is_reviewed(IncidentState state, bool may) =>
        Assert.Equal(may, RecoveryTime.RefuseWork(LossLedgerTests.In(state)) is null);

    [Fact]
    public void An_incident_is_not_closed_over_open_tasks()
    {
        Machine.Refused(RecoveryTime.RefuseClosing(1), "recovery-tasks-open");
        Assert.Null(RecoveryTime.RefuseClosing(0));
    }

    [Fact]
    public void The_record_says_how_the_recovery_stands()
    {
        Assert.Null(RecoverySummary.Of([], [], [], T0));
        var (late, done) = (Assigned(), Assigned());
        Assert.Null(late.Advance("water", 40, T0));
        Assert.Null(done.Complete("water", T0));
        var summary = RecoverySummary.Of([RecoveryPlanTests.Adopted()], [late, done, Assigned()], [], T0.AddDays(30))!;
        Assert.Equal((1, 2, 2, 1), (summary.PlanNumber, summary.TasksOpen, summary.TasksOverdue, summary.TasksDone));
        Assert.Equal([0, 40], summary.Tasks.Select(t => t.Progress).Order());
    }
}
