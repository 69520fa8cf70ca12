using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Tests.Unit.Resources;

using Boat = Coordination.Resources.Units.Unit;

/// <summary>Leases of a unit are numbered (ADR 38).</summary>
public sealed class LeaseEpochTests
{
    [Fact]
    public void Each_lease_has_a_greater_number_than_the_one_before_and_only_the_newest_holds()
    {
        var (unit, first, second) = (Boat.Register(Guid.NewGuid(), null, "fire", "Boats", "assault-boat", "boat", 6, CallUpRank.Primary, Fills.T0), Guid.NewGuid(), Guid.NewGuid());
        unit.Lease(first, null, 1);
        var epoch = unit.LeaseEpoch;
        Assert.True(unit.IsLeasedTo(first, epoch));
        unit.Lease(second, null, 1);
        Assert.Equal(epoch, unit.LeaseEpoch);
        unit.Follow(UnitState.Available, true, Fills.T0);
        Assert.False(unit.IsLeasedTo(first, epoch));
        unit.Lease(second, null, 1);
        Assert.Equal(epoch + 1, unit.LeaseEpoch);
        unit.Follow(UnitState.Available, true, Fills.T0);
        unit.Lease(first, null, 1);
        Assert.False(unit.IsLeasedTo(first, epoch));
        Assert.True(unit.IsLeasedTo(first, epoch + 2));
    }

    [Fact]
    public void Both_books_know_which_lease_backs_a_fill_also_when_the_offer_becomes_firm_later()
    {
        var (firm, theirs) = Fills.Books(Fills.Offer() with { LeaseEpoch = 7 });
        Assert.Equal((7, 7), (firm.LeaseEpoch, theirs.LeaseEpoch));
        var (requester, supplier) = Fills.Books(Fills.Offer(response: RmResponse.Provisional));
        var move = Fills.Step(FillStep.Firm) with { LeaseEpoch = 8 };
        Assert.Null(supplier.Take(move));
        requester.HearSupplier(move, supplier.State, supplier.Asks, supplier.Answers, isCorrection: false);
        Assert.Equal((8, 8), (requester.LeaseEpoch, supplier.LeaseEpoch));
    }
}
