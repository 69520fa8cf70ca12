using Coordination.Command.Recovery;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Command.Recovery;

public sealed class RecoveryPlanTests
{
    private static readonly DateTimeOffset T0 = LossLedgerTests.T0;
    private static readonly WriteRecoveryPlan Text = new("Water and roads as before in spring", ["Repair the dyke"]);

    internal static RecoveryPlan Draft(params RecoveryPlan[] versions)
    {
        var (plan, refusal) = RecoveryPlan.Draft(LossLedgerTests.In(IncidentState.Recovery), Text, versions, "county", T0);
        Assert.Null(refusal);
        return plan!;
    }

    internal static RecoveryPlan Adopted()
    {
        var plan = Draft();
        Assert.Null(plan.Adopt("county", T0));
        return plan;
    }

    [Fact]
    public void The_table_of_a_recovery_plan_is_this_one() => Machine.HasTable(RecoveryPlan.Life, """
        Draft: Adopted Withdrawn
        Adopted: Superseded
        """);

    [Fact]
    public void Whatever_is_decided_a_recovery_plan_keeps_to_its_table() => Machine.Keeps(
        () => Draft(), RecoveryPlan.Life, p => p.State, p => p.Version,
        p => p.State is RecoveryPlanState.Adopted or RecoveryPlanState.Superseded == p.AdoptedAt.HasValue && p.State == RecoveryPlanState.Withdrawn == p.Reason is not null,
        (p, n) => p.Rewrite(Text with { Goals = $"{n}" }), (p, n) => n % 5 == 0 ? p.Adopt("county", T0) : null, (p, n) => n % 9 == 0 ? p.Withdraw("Another is written") : null,
        (p, n) => n % 7 == 0 && p.State == RecoveryPlanState.Adopted ? Draft(p).Adopt("county", T0, p) : null);

    [Theory]
    [InlineData(IncidentState.ResponseEnded), InlineData(IncidentState.Active), InlineData(IncidentState.Closed)]
    public void It_is_planned_while_the_incident_recovers(IncidentState state) =>
        Machine.Refused(RecoveryPlan.Draft(LossLedgerTests.In(state), Text, [], "county", T0).Item2, "not-in-recovery");

    [Fact]
    public void The_next_version_takes_the_place_of_the_one_before_which_stays_as_it_was()
    {
        var first = Draft();
        Machine.Refused(RecoveryPlan.Draft(LossLedgerTests.In(IncidentState.Recovery), Text, [first], "county", T0).Item2, "draft-open");
        Assert.Null(first.Rewrite(Text with { Goals = "Roads first" }));
        Assert.Null(first.Adopt("city", T0));
        Machine.Refused(first.Rewrite(Text), "not-a-draft");
        var given = Draft(first);
        Assert.Null(given.Withdraw("Too dear"));
        var second = Draft(first, given);
        Assert.Null(second.Adopt("city", T0.AddDays(1), first));
        Assert.Equal((1, RecoveryPlanState.Superseded, "Roads first", 3, RecoveryPlanState.Adopted), (first.Number, first.State, first.Goals, second.Number, second.State));
    }
}
