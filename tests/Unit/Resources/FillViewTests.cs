using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Tests.Unit.Resources;

/// <summary>The table of docs/adr/0007: domain.md C3 as views of fills.</summary>
public sealed class FillViewTests
{
    [Theory]
    [InlineData(FillState.Offered, ReservationState.Held, MutualAidState.Offered, null)]
    [InlineData(FillState.Countered, ReservationState.Held, MutualAidState.Offered, null)]
    [InlineData(FillState.Selected, ReservationState.Held, MutualAidState.Offered, null)]
    [InlineData(FillState.Ordered, ReservationState.Held, MutualAidState.Agreed, DeploymentState.Ordered)]
    [InlineData(FillState.Committed, ReservationState.Confirmed, MutualAidState.Committed, DeploymentState.Accepted)]
    [InlineData(FillState.Mobilizing, ReservationState.Confirmed, MutualAidState.Committed, DeploymentState.Mobilising)]
    [InlineData(FillState.EnRoute, ReservationState.Consumed, MutualAidState.Deployed, DeploymentState.Departed)]
    [InlineData(FillState.Staged, ReservationState.Consumed, MutualAidState.Deployed, DeploymentState.Arrived)]
    [InlineData(FillState.Assigned, ReservationState.Consumed, MutualAidState.Deployed, DeploymentState.Operating)]
    [InlineData(FillState.Reassigned, ReservationState.Consumed, MutualAidState.Deployed, DeploymentState.Operating)]
    [InlineData(FillState.OutOfService, ReservationState.Consumed, MutualAidState.Deployed, DeploymentState.Operating)]
    [InlineData(FillState.ExtensionPending, ReservationState.Consumed, MutualAidState.ExtensionAsked, DeploymentState.Operating)]
    [InlineData(FillState.ReturnPending, ReservationState.Consumed, MutualAidState.ReleaseAsked, DeploymentState.Operating)]
    [InlineData(FillState.ReleasePending, ReservationState.Consumed, MutualAidState.ReleaseAsked, DeploymentState.Released)]
    [InlineData(FillState.Demobilizing, ReservationState.Consumed, MutualAidState.Released, DeploymentState.Released)]
    [InlineData(FillState.Returned, ReservationState.Consumed, MutualAidState.Released, DeploymentState.Returned)]
    [InlineData(FillState.ReimbursementOpen, ReservationState.Consumed, MutualAidState.Released, DeploymentState.Returned)]
    [InlineData(FillState.Claimed, ReservationState.Consumed, MutualAidState.Released, DeploymentState.Returned)]
    [InlineData(FillState.Disputed, ReservationState.Consumed, MutualAidState.Released, DeploymentState.Returned)]
    [InlineData(FillState.Settled, ReservationState.Consumed, MutualAidState.Settled, DeploymentState.Returned)]
    [InlineData(FillState.Closed, ReservationState.Consumed, MutualAidState.Settled, DeploymentState.Returned)]
    [InlineData(FillState.Declined, ReservationState.Released, MutualAidState.Declined, DeploymentState.Declined)]
    [InlineData(FillState.Lapsed, ReservationState.Expired, MutualAidState.Declined, null)]
    [InlineData(FillState.Recalled, ReservationState.Released, MutualAidState.Declined, DeploymentState.Aborted)]
    public void A_fill_is_seen_as(FillState state, ReservationState reservation, MutualAidState aid, DeploymentState? deployment)
    {
        Assert.Equal(reservation, FillViews.Reservation(state, isLeased: true));
        Assert.Equal(aid, FillViews.MutualAid(state, isPriced: false));
        Assert.Equal(deployment, FillViews.Deployment(state, wasOrdered: true, hasArrived: true, isStale: false));
    }

    [Theory]
    [InlineData(FillState.Offered)]
    [InlineData(FillState.Countered)]
    [InlineData(FillState.Selected)]
    public void An_offer_with_a_price_is_a_quote_and_one_without_a_lease_holds_nothing(FillState state)
    {
        Assert.Equal(MutualAidState.Quoted, FillViews.MutualAid(state, isPriced: true));
        Assert.Null(FillViews.Reservation(state, isLeased: false));
    }

    [Fact]
    public void What_was_never_ordered_was_never_deployed()
    {
        Assert.Null(FillViews.Deployment(FillState.Declined, wasOrdered: false, hasArrived: false, isStale: false));
        Assert.Null(FillViews.Deployment(FillState.Recalled, wasOrdered: false, hasArrived: false, isStale: false));
    }

    [Fact]
    public void What_turned_back_before_arrival_was_aborted() =>
        Assert.Equal(DeploymentState.Aborted, FillViews.Deployment(FillState.ReleasePending, wasOrdered: true, hasArrived: false, isStale: false));

    [Fact]
    public void A_silent_deployment_is_lost_and_a_silent_home_is_not()
    {
        foreach (var state in Enum.GetValues<FillState>())
            Assert.Equal(FillRules.IsDeployed(state), FillViews.Deployment(state, wasOrdered: true, hasArrived: true, isStale: true) == DeploymentState.Lost);
    }
}
