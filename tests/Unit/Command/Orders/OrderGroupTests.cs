using Coordination.Command.Orders;
using Coordination.Command.Orders.Many;
using Coordination.Contracts.Events;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Orders;

public sealed class OrderGroupTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero);

    private static OrderToMany Asked(params string[] agencies) => new(OrderKind.Rescue, "Boats to the bridge", [.. agencies.Select(a => new OrderRecipient(a, AddresseeKind.Agency, a, $"{a}-2"))]);

    private static (OrderGroup? Group, IReadOnlyList<Order> Orders, Coordination.Platform.Refusal? Refusal) Issue(OrderToMany asked, MeasureGround ground = MeasureGround.NaturalDisaster) =>
        OrderGroup.Issue(Guid.CreateVersion7(), null, Guid.CreateVersion7(), "county", [.. asked.Tasks().Select(t => (t, ground))], T0);

    private static (OrderGroup Group, IReadOnlyList<Order> Orders) Issued(params string[] agencies)
    {
        var (group, orders, refusal) = Issue(Asked(agencies));
        Assert.Null(refusal);
        return (group!, orders);
    }

    private static void Done(Order order, string by)
    {
        Func<Coordination.Platform.Refusal?>[] steps = [() => order.Deliver(by, T0), () => order.Acknowledge(by, T0), () => order.Accept(by), () => order.Start(by), () => order.Complete(by, T0)];
        Assert.All(steps, s => Assert.Null(s()));
    }

    [Fact]
    public void Each_recipient_has_an_order_of_its_own()
    {
        var (group, orders) = Issued("fire", "police", "navy");
        Assert.Equal(["fire", "police", "navy"], orders.Select(o => o.Asked));
        Assert.All(orders, o => Assert.Equal((OrderState.Issued, group.Id), (o.State, o.GroupId)));
        Done(orders[1], "police");
        Assert.Equal(OrderState.Issued, orders[0].State);
        Assert.Equal(new OrderRollUp(3, 2, 0, 1, 0, 0, 0), OrderRollUp.Of([.. orders]));
    }

    [Fact]
    public void One_that_cannot_be_ordered_stops_them_all_and_is_named()
    {
        var bad = Issue(Asked("fire", "police", "not a code"));
        Assert.Equal((null, 0, "code", "/order/to/2/toAgency"), (bad.Group, bad.Orders.Count, bad.Refusal!.Rule, bad.Refusal.Pointer));
        var twice = Issue(Asked("fire", "police", "fire"));
        Assert.Equal(("recipient-twice", "/order/to/2"), (twice.Refusal!.Rule, twice.Refusal.Pointer));
        var late = Issue(Asked("fire") with { DueAt = T0 });
        Assert.Equal(("due-in-past", "/order/dueAt"), (late.Refusal!.Rule, late.Refusal.Pointer));
        var groundless = Issue(Asked("fire") with { Kind = OrderKind.Cordon, ExpiresAt = T0.AddHours(1) }, MeasureGround.None);
        Assert.Equal(("measure-without-ground", "/order/to/0"), (groundless.Refusal!.Rule, groundless.Refusal.Pointer));
    }

    [Fact]
    public void All_that_is_not_done_is_taken_back_in_one_act()
    {
        var (group, orders) = Issued("fire", "police", "navy");
        Done(orders[0], "fire");
        var (open, refusal) = group.Cancel(orders, OrderReason.NotNeeded);
        Assert.Null(refusal);
        Assert.Equal(["police", "navy"], open.Select(o => o.Asked));
        Assert.Equal([OrderState.Completed, OrderState.Cancelled, OrderState.Cancelled], orders.Select(o => o.State));
        Assert.Equal((OrderReason.NotNeeded, 2), (group.Reason, group.Version));
        Machine.Refused(group.Cancel(orders, OrderReason.NotNeeded).Item2, "group-over");
    }

    [Fact]
    public void Each_order_that_is_replaced_names_the_new_one_for_the_same_recipient_and_who_is_not_asked_any_more_has_his_taken_back()
    {
        var (group, orders) = Issued("fire", "police");
        var (successor, next) = Issued("fire", "navy");
        Assert.Null(group.Supersede(orders, successor.Id, next, OrderReason.SituationChanged).Item2);
        Assert.Equal((successor.Id, next[0].Id), (group.SuccessorId, orders[0].SuccessorId));
        Assert.Equal([OrderState.Superseded, OrderState.Cancelled], orders.Select(o => o.State));
    }

    /// <summary>Whatever the recipients do, each order is counted once; and taking all back leaves none open and changes none that was done or over.</summary>
    [Fact]
    public void A_roll_up_counts_each_order_once_and_taking_all_back_loses_none() => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(60).ToArbitrary(), numbers =>
    {
        string[] agencies = ["fire", "police", "navy", "rail"];
        var (group, orders) = Issued(agencies);
        foreach (var n in numbers)
        {
            var (order, by) = (orders[n % 4], agencies[n % 4]);
            _ = (n / 4 % 9) switch
            {
                0 or 1 => order.Deliver(by, T0),
                2 or 3 => order.Acknowledge(by, T0),
                4 => n % 5 == 0 ? order.Decline(by, OrderReason.NoCapacity) : order.Accept(by),
                5 => order.Start(by),
                6 => n % 5 == 0 ? order.Fail(by, OrderReason.NoAccess) : order.Complete(by, T0),
                7 => order.Escalate(),
                _ => order.Verify("county"),
            };
            if (!AddsUp(OrderRollUp.Of([.. orders]))) return false;
        }
        var before = OrderRollUp.Of([.. orders]);
        var (open, refusal) = group.Cancel(orders, OrderReason.SituationChanged);
        var after = OrderRollUp.Of([.. orders]);
        return AddsUp(after) && (refusal is null ? open.Count == before.Unanswered + before.UnderWay : before.Unanswered + before.UnderWay == 0)
            && after is { Unanswered: 0, UnderWay: 0 } && (after.Done, after.NotDone, after.TakenBack) == (before.Done, before.NotDone, open.Count);
    }).QuickCheckThrowOnFailure();

    private static bool AddsUp(OrderRollUp r) => r.Unanswered + r.UnderWay + r.Done + r.NotDone + r.TakenBack == r.Orders && r.Escalated <= r.Unanswered;
}
