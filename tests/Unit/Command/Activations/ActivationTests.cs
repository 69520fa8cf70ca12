using Coordination.Command.Activations;
using Coordination.Contracts.Events;
using Coordination.Tests.Unit.Command.Plans;

namespace Coordination.Tests.Unit.Command.Activations;

public sealed class ActivationTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 27, 16, 0, 0, TimeSpan.Zero);

    private static Activation Standby(bool preAuthorised = false)
    {
        var (activation, refusal) = Activation.StandBy(
            Guid.CreateVersion7(), null, Guid.CreateVersion7(), PlanTests.InForce(PlanTests.Content(preAuthorised)), "county", T0);
        Assert.Null(refusal);
        return activation!;
    }

    [Fact]
    public void The_table_of_an_activation_is_this_one() => Machine.HasTable(Activation.Life, """
        Standby: Authorised Cancelled
        Authorised: Active
        Active: StandingDown
        StandingDown: Ended
        """);

    [Fact]
    public void Whatever_is_decided_an_activation_keeps_to_its_table_and_its_pinned_version()
    {
        var pinned = Guid.Empty;
        Machine.Keeps(
            () =>
            {
                var activation = Standby();
                pinned = activation.PlanVersionId;
                return activation;
            },
            Activation.Life, a => a.State, a => a.Version, a => a.PlanVersionId == pinned && a.PlanNumber == 1,
            (a, _) => a.Authorise("county"), (a, _) => a.Activate(T0), (a, n) => n % 4 == 0 ? a.StandDown() : null, (a, _) => a.End(T0),
            (a, n) => n % 6 == 0 ? a.Cancel() : null);
    }

    [Fact]
    public void Only_a_version_in_force_is_activated() =>
        Machine.Refused(Activation.StandBy(Guid.NewGuid(), null, Guid.NewGuid(), PlanTests.Draft(), "county", T0).Item2, "plan-not-in-force");

    [Fact]
    public void A_plan_that_pre_authorises_itself_needs_nobody_to_authorise_it()
    {
        Assert.Equal(ActivationState.Authorised, Standby(preAuthorised: true).State);
        Machine.Refused(Standby().Activate(T0), "illegal-transition");
    }

    [Fact]
    public void A_checklist_item_becomes_a_task_once()
    {
        var activation = Standby();
        var first = Guid.NewGuid();
        activation.Record([new(1, first)]);
        activation.Record([new(1, Guid.NewGuid()), new(2, Guid.NewGuid())]);
        Assert.Equal([1, 2], activation.Tasks.Select(t => t.Item));
        Assert.Equal(first, activation.Tasks[0].OrderId);
    }

    [Fact]
    public void An_item_that_was_not_placed_is_kept_once_with_its_reason()
    {
        var activation = Standby();
        activation.Record([new(1, Guid.NewGuid())]);
        Assert.Null(activation.Unplaced);
        activation.Record([], [new(2, UnplacedReason.NoGround)]);
        activation.Record([], [new(2, UnplacedReason.UnknownAgency), new(3, UnplacedReason.UnknownPlace)]);
        Assert.Equal([new(2, UnplacedReason.NoGround), new UnplacedItem(3, UnplacedReason.UnknownPlace)], activation.Unplaced);
    }
}
