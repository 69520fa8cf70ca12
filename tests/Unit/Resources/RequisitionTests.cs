using Coordination.Contracts.Events;
using Coordination.Resources.Requisitions;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Resources;

public sealed class RequisitionTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_requisition_goes_its_way_and_no_other()
    {
        var states = Enum.GetValues<RequisitionState>();
        foreach (var from in states)
            foreach (var to in states.Where(s => s != RequisitionState.Proposed))
            {
                var requisition = In(from);
                var version = requisition.Version;
                var moved = To(requisition, to) is null;
                Assert.Equal((int)to == (int)from + 1, moved);
                Assert.Equal(moved ? to : from, requisition.State);
                Assert.Equal(moved ? version + 1 : version, requisition.Version);
            }
        Assert.Equal(states.Length - 1, Requisition.Life.Transitions.Count());
    }

    [Fact]
    public void Who_proposes_it_does_not_order_it() => Assert.Equal("same-person", In(RequisitionState.Proposed).Order("clerk", T0)!.Rule);

    [Fact]
    public void Compensation_is_an_amount()
    {
        Assert.Equal("amount-required", In(RequisitionState.Returned).Claim(0, "CNY", T0)!.Rule);
        Assert.Equal("amount-required", In(RequisitionState.Claimed).Compensate(0, T0)!.Rule);
    }

    [Fact]
    public void The_owners_contact_is_destroyed_after_compensation_and_not_before()
    {
        Assert.Equal("still-needed", In(RequisitionState.Claimed).DestroyContact()!.Rule);
        var done = In(RequisitionState.Compensated);
        Assert.NotNull(done.OwnerContact);
        Assert.Null(done.DestroyContact());
        Assert.Null(done.OwnerContact);
    }

    [Fact]
    public void A_step_is_not_dated_before_the_one_it_follows() =>
        Assert.Equal("before-last-step", In(RequisitionState.Served).TakeIntoUse(T0.AddMinutes(-1))!.Rule);

    /// <summary>Invariants: a version grows by one with every step and only then; the contact is there from Served on until it is destroyed.</summary>
    [Fact]
    public void However_a_requisition_is_handled_it_stays_true()
    {
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Choose(1, 7).ListOf().ToArbitrary(), commands =>
        {
            var r = In(RequisitionState.Proposed);
            foreach (var c in commands)
            {
                var (version, state) = (r.Version, r.State);
                var taken = (c == 7 ? r.DestroyContact() : To(r, (RequisitionState)c)) is null;
                if (r.Version != (taken ? version + 1 : version)) return false;
                if (r.State != state && !Requisition.Life.Allows(state, r.State)) return false;
                if (r.State is > RequisitionState.Ordered and < RequisitionState.Compensated != (r.OwnerContact is not null) && r.State != RequisitionState.Compensated) return false;
            }
            return true;
        }));
    }

    private static Coordination.Platform.Refusal? To(Requisition r, RequisitionState to) => to switch
    {
        RequisitionState.Ordered => r.Order("commander", T0),
        RequisitionState.Served => r.Serve("R-1", [1], T0),
        RequisitionState.InUse => r.TakeIntoUse(T0),
        RequisitionState.Returned => r.Return(T0),
        RequisitionState.Claimed => r.Claim(100, "CNY", T0),
        _ => r.Compensate(100, T0),
    };

    private static Requisition In(RequisitionState state)
    {
        var r = Requisition.Propose(Guid.CreateVersion7(), null, "city", Guid.CreateVersion7(), "speedboat", "boat", 3, "clerk", T0);
        for (var next = RequisitionState.Ordered; next <= state; next++) Assert.Null(To(r, next));
        return r;
    }
}
