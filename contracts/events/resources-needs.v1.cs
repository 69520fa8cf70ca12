namespace Coordination.Contracts.Events;

/// <summary>EDXL-RM ResponseType.</summary>
public enum RmResponse
{
    /// <summary>Will do.</summary>
    Accept,
    /// <summary>Will not.</summary>
    Decline,
    /// <summary>Perhaps; needs a reason.</summary>
    Provisional,
}

/// <summary>Whom an agency asks.</summary>
public enum AskRelation
{
    /// <summary>Itself: its own units and stock.</summary>
    Own,
    /// <summary>A neighbour or another department.</summary>
    Peer,
    /// <summary>A superior (Art. 88).</summary>
    Up,
}

/// <summary>What resources are for. Closed; none of them is about persons who complain or assemble.</summary>
public enum MissionKind
{
    /// <summary>Saving people in danger.</summary>
    Rescue,
    /// <summary>Bringing people to safety.</summary>
    Evacuation,
    /// <summary>Care and transport of the injured and ill.</summary>
    Medical,
    /// <summary>Fire.</summary>
    FireFighting,
    /// <summary>Dikes, pumps, boats.</summary>
    FloodControl,
    /// <summary>Containing dangerous substances.</summary>
    HazardousMaterials,
    /// <summary>Water, food, blankets, shelter.</summary>
    Relief,
    /// <summary>Communications.</summary>
    Communications,
    /// <summary>Power, water, gas, roads.</summary>
    Lifelines,
    /// <summary>Guiding visitors, first aid at venues.</summary>
    CrowdSafety,
    /// <summary>Laboratory and inspection.</summary>
    Laboratory,
    /// <summary>Vaccination and treatment that people consent to, disinfection.</summary>
    PublicHealth,
    /// <summary>Advice of experts.</summary>
    Advice,
    /// <summary>Transport and supply of the response itself.</summary>
    Logistics,
}

/// <summary>States of a line of a request (peers.md part 3). From Sourcing on they are derived from the fills.</summary>
public enum LineState
{
    /// <summary>Being written.</summary>
    Draft,
    /// <summary>Waits for a decision.</summary>
    Submitted,
    /// <summary>Sent back for changes.</summary>
    Returned,
    /// <summary>Approved.</summary>
    Approved,
    /// <summary>Refused.</summary>
    Denied,
    /// <summary>Suppliers are asked or have offered.</summary>
    Sourcing,
    /// <summary>Part is committed.</summary>
    PartiallyFilled,
    /// <summary>All is committed.</summary>
    Filled,
    /// <summary>Done.</summary>
    Closed,
    /// <summary>Called off by the requester.</summary>
    Cancelled,
    /// <summary>Nobody can.</summary>
    Unfilled,
    /// <summary>The need-by time passed.</summary>
    Expired,
}

/// <summary>The Request states of domain.md C3: views, derived from lines, asks and fills.</summary>
public enum NeedState
{
    /// <summary>Being written.</summary>
    Draft,
    /// <summary>Waits for review.</summary>
    Submitted,
    /// <summary>Review has begun.</summary>
    Reviewing,
    /// <summary>All of it approved.</summary>
    Approved,
    /// <summary>Part of it approved.</summary>
    PartlyApproved,
    /// <summary>Refused.</summary>
    Rejected,
    /// <summary>A superior was asked.</summary>
    ForwardedUp,
    /// <summary>A peer was asked.</summary>
    ForwardedPeer,
    /// <summary>Fills cover all of it, not all committed.</summary>
    Sourced,
    /// <summary>Committed fills are not all on scene.</summary>
    Fulfilling,
    /// <summary>All committed and arrived.</summary>
    Fulfilled,
    /// <summary>Done.</summary>
    Closed,
    /// <summary>Called off.</summary>
    Cancelled,
    /// <summary>The need-by time passed.</summary>
    Expired,
}

/// <summary>The Reservation states of domain.md C3: a view of a fill.</summary>
public enum ReservationState
{
    /// <summary>Leased to an offer.</summary>
    Held,
    /// <summary>Committed.</summary>
    Confirmed,
    /// <summary>Left.</summary>
    Consumed,
    /// <summary>Given back unused.</summary>
    Released,
    /// <summary>The lease ran out.</summary>
    Expired,
}

/// <summary>The MutualAid states of domain.md C3: a view of an ask and its fill.</summary>
public enum MutualAidState
{
    /// <summary>Asked, no answer yet.</summary>
    Requested,
    /// <summary>Offered.</summary>
    Offered,
    /// <summary>Refused, lapsed or called back.</summary>
    Declined,
    /// <summary>Offered with a price.</summary>
    Quoted,
    /// <summary>Ordered.</summary>
    Agreed,
    /// <summary>Committed.</summary>
    Committed,
    /// <summary>Left or on scene.</summary>
    Deployed,
    /// <summary>A longer stay is asked.</summary>
    ExtensionAsked,
    /// <summary>Its return is asked, or it waits to leave.</summary>
    ReleaseAsked,
    /// <summary>On its way home, or home.</summary>
    Released,
    /// <summary>Settled.</summary>
    Settled,
}

/// <summary>The Deployment states of domain.md C3: a view of a fill.</summary>
public enum DeploymentState
{
    /// <summary>Ordered.</summary>
    Ordered,
    /// <summary>Accepted by its owner.</summary>
    Accepted,
    /// <summary>Making ready.</summary>
    Mobilising,
    /// <summary>Left.</summary>
    Departed,
    /// <summary>Arrived.</summary>
    Arrived,
    /// <summary>At work.</summary>
    Operating,
    /// <summary>Let go.</summary>
    Released,
    /// <summary>Home.</summary>
    Returned,
    /// <summary>Refused by its owner.</summary>
    Declined,
    /// <summary>Called back.</summary>
    Aborted,
    /// <summary>Not heard of for too long.</summary>
    Lost,
}
