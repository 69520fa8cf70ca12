namespace Coordination.Contracts.Events;

/// <summary>States of a fill: one supplier's commitment of so many units (ICS-213RR, EDXL-RM, EMAC REQ-A in one).</summary>
public enum FillState
{
    /// <summary>Offered, firmly or provisionally.</summary>
    Offered,
    /// <summary>The requester asked for other terms.</summary>
    Countered,
    /// <summary>The requester chose it.</summary>
    Selected,
    /// <summary>Ordered with authority for its cost (EDXL-RM RequisitionResource, REQ-A III).</summary>
    Ordered,
    /// <summary>The supplier committed it.</summary>
    Committed,
    /// <summary>Its mission order is out; it makes ready.</summary>
    Mobilizing,
    /// <summary>Left.</summary>
    EnRoute,
    /// <summary>Arrived and checked in (ICS-211).</summary>
    Staged,
    /// <summary>At work.</summary>
    Assigned,
    /// <summary>Given another assignment, same fill.</summary>
    Reassigned,
    /// <summary>On scene, cannot work.</summary>
    OutOfService,
    /// <summary>The requester asks to keep it longer.</summary>
    ExtensionPending,
    /// <summary>The owner asks to have it back.</summary>
    ReturnPending,
    /// <summary>Let go, not yet left.</summary>
    ReleasePending,
    /// <summary>On its way home.</summary>
    Demobilizing,
    /// <summary>Home.</summary>
    Returned,
    /// <summary>Its cost is being put together.</summary>
    ReimbursementOpen,
    /// <summary>The supplier claims its cost.</summary>
    Claimed,
    /// <summary>The requester disputes the claim.</summary>
    Disputed,
    /// <summary>The cost is settled.</summary>
    Settled,
    /// <summary>Done.</summary>
    Closed,
    /// <summary>Refused, by one side or the other.</summary>
    Declined,
    /// <summary>The offer's time ran out.</summary>
    Lapsed,
    /// <summary>Called back before it left.</summary>
    Recalled,
}

/// <summary>What a party does to a fill. Each step belongs to one party.</summary>
public enum FillStep
{
    /// <summary>Requester asks for other terms.</summary>
    Counter,
    /// <summary>Supplier offers again.</summary>
    Reoffer,
    /// <summary>Supplier turns a provisional offer into a firm one.</summary>
    Firm,
    /// <summary>Requester does not want the offer.</summary>
    Reject,
    /// <summary>Supplier's lease ran out.</summary>
    Lapse,
    /// <summary>Requester chooses the offer.</summary>
    Select,
    /// <summary>Requester orders.</summary>
    Order,
    /// <summary>Supplier commits.</summary>
    Commit,
    /// <summary>Supplier refuses.</summary>
    Decline,
    /// <summary>Supplier issues the mission order.</summary>
    Mobilize,
    /// <summary>It left.</summary>
    Depart,
    /// <summary>Supplier reports that it is well, and when it will arrive.</summary>
    Report,
    /// <summary>Requester asks how it stands.</summary>
    AskStatus,
    /// <summary>Requester checks it in.</summary>
    CheckIn,
    /// <summary>Requester puts it to work.</summary>
    Assign,
    /// <summary>Requester gives it another assignment.</summary>
    Reassign,
    /// <summary>Supplier reports it cannot work.</summary>
    GoOutOfService,
    /// <summary>Supplier reports it can work again.</summary>
    ComeBackInService,
    /// <summary>Requester asks to keep it longer.</summary>
    AskExtension,
    /// <summary>Supplier agrees to the longer stay.</summary>
    GrantExtension,
    /// <summary>Supplier refuses the longer stay.</summary>
    RefuseExtension,
    /// <summary>Supplier wants it back.</summary>
    AskReturn,
    /// <summary>Requester lets it go back.</summary>
    GrantReturn,
    /// <summary>Requester still needs it.</summary>
    RefuseReturn,
    /// <summary>Requester releases it.</summary>
    Release,
    /// <summary>It left for home.</summary>
    Demobilize,
    /// <summary>It is home.</summary>
    Return,
    /// <summary>Supplier puts its cost together.</summary>
    OpenReimbursement,
    /// <summary>Supplier claims.</summary>
    Claim,
    /// <summary>Requester disputes the claim.</summary>
    Dispute,
    /// <summary>Requester settles.</summary>
    Settle,
    /// <summary>Supplier closes.</summary>
    Close,
    /// <summary>Requester calls its order back; after departure it becomes a release.</summary>
    Cancel,
    /// <summary>Supplier calls its offer or commitment back.</summary>
    Withdraw,
}

/// <summary>The two parties of a fill.</summary>
public enum FillSide
{
    /// <summary>Who needs.</summary>
    Requester,
    /// <summary>Who owns.</summary>
    Supplier,
}

/// <summary>Why a party refuses, makes provisional or calls back. The words behind it stay where they were written.</summary>
public enum FillReason
{
    /// <summary>None or not enough there.</summary>
    NotAvailable,
    /// <summary>Needed by its owner.</summary>
    NeededHere,
    /// <summary>Too far for the time.</summary>
    TooFar,
    /// <summary>Cost not agreed.</summary>
    Cost,
    /// <summary>The mission changed.</summary>
    MissionChanged,
    /// <summary>No longer needed.</summary>
    NoLongerNeeded,
    /// <summary>Another offer was chosen.</summary>
    OtherChosen,
    /// <summary>More was committed than needed.</summary>
    OverCommitted,
    /// <summary>Unsafe for the crew.</summary>
    Unsafe,
    /// <summary>The crew must rest.</summary>
    CrewRest,
    /// <summary>Equipment failed.</summary>
    EquipmentFailure,
    /// <summary>Waits for an approval.</summary>
    AwaitingApproval,
    /// <summary>The lease ran out.</summary>
    LeaseExpired,
}

/// <summary>The sixteen message types of EDXL-RM 1.0.</summary>
public enum RmMessage
{
    /// <summary>1, consumer to supplier.</summary>
    RequestResource,
    /// <summary>2, supplier to consumer.</summary>
    ResponseToRequestResource,
    /// <summary>3, consumer to supplier: the order.</summary>
    RequisitionResource,
    /// <summary>4, supplier to consumer; also carries a decline.</summary>
    CommitResource,
    /// <summary>5, either.</summary>
    RequestInformation,
    /// <summary>6, either.</summary>
    ResponseToRequestInformation,
    /// <summary>7, supplier to consumer.</summary>
    OfferUnsolicitedResource,
    /// <summary>8, consumer to supplier.</summary>
    ReleaseResource,
    /// <summary>9, supplier to consumer.</summary>
    RequestReturn,
    /// <summary>10, consumer to supplier.</summary>
    ResponseToRequestReturn,
    /// <summary>11, consumer to supplier.</summary>
    RequestQuote,
    /// <summary>12, supplier to consumer.</summary>
    ResponseToRequestQuote,
    /// <summary>13, either.</summary>
    RequestResourceDeploymentStatus,
    /// <summary>14, either.</summary>
    ReportResourceDeploymentStatus,
    /// <summary>15, consumer to supplier.</summary>
    RequestExtendedDeploymentDuration,
    /// <summary>16, supplier to consumer.</summary>
    ResponseToRequestExtendedDeploymentDuration,
}
