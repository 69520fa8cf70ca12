using Coordination.Contracts.Events;

namespace Coordination.Resources.Fills;

/// <summary>The Reservation, MutualAid and Deployment states of domain.md C3, derived from a fill (docs/adr/0007).</summary>
internal static class FillViews
{
    public static ReservationState? Reservation(FillState state, bool isLeased) => state switch
    {
        FillState.Offered or FillState.Countered or FillState.Selected or FillState.Ordered => isLeased ? ReservationState.Held : null,
        FillState.Committed or FillState.Mobilizing => ReservationState.Confirmed,
        FillState.Lapsed => ReservationState.Expired,
        FillState.Declined or FillState.Recalled => ReservationState.Released,
        _ => ReservationState.Consumed,
    };

    public static MutualAidState MutualAid(FillState state, bool isPriced) => state switch
    {
        FillState.Offered or FillState.Countered or FillState.Selected => isPriced ? MutualAidState.Quoted : MutualAidState.Offered,
        FillState.Ordered => MutualAidState.Agreed,
        FillState.Committed or FillState.Mobilizing => MutualAidState.Committed,
        FillState.EnRoute or FillState.Staged or FillState.Assigned or FillState.Reassigned or FillState.OutOfService => MutualAidState.Deployed,
        FillState.ExtensionPending => MutualAidState.ExtensionAsked,
        FillState.ReturnPending or FillState.ReleasePending => MutualAidState.ReleaseAsked,
        FillState.Demobilizing or FillState.Returned or FillState.ReimbursementOpen or FillState.Claimed or FillState.Disputed => MutualAidState.Released,
        FillState.Settled or FillState.Closed => MutualAidState.Settled,
        _ => MutualAidState.Declined,
    };

    public static DeploymentState? Deployment(Fill f) => Deployment(f.State, f.OrderedAt is not null || f.CommittedAt is not null, f.ArrivedAt is not null, f.IsStale);

    /// <param name="state">State of the fill.</param>
    /// <param name="wasOrdered">It was ordered or committed at some time.</param>
    /// <param name="hasArrived">It was checked in at some time.</param>
    /// <param name="isStale">Nothing was heard of it for too long.</param>
    public static DeploymentState? Deployment(FillState state, bool wasOrdered, bool hasArrived, bool isStale) => state switch
    {
        FillState.Offered or FillState.Countered or FillState.Selected or FillState.Lapsed => null,
        FillState.Ordered => DeploymentState.Ordered,
        FillState.Declined => wasOrdered ? DeploymentState.Declined : null,
        FillState.Recalled => wasOrdered ? DeploymentState.Aborted : null,
        FillState.Committed => DeploymentState.Accepted,
        FillState.Mobilizing => DeploymentState.Mobilising,
        _ when isStale && FillRules.IsDeployed(state) => DeploymentState.Lost,
        FillState.EnRoute => DeploymentState.Departed,
        FillState.Staged => DeploymentState.Arrived,
        FillState.ReleasePending or FillState.Demobilizing => hasArrived ? DeploymentState.Released : DeploymentState.Aborted,
        FillState.Assigned or FillState.Reassigned or FillState.OutOfService or FillState.ExtensionPending or FillState.ReturnPending => DeploymentState.Operating,
        _ => DeploymentState.Returned,
    };
}
