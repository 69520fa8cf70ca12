namespace Coordination.Contracts.Events;

/// <summary>
/// What an order can ask for. Closed, and about hazards, places, objects and help: there is no kind that identifies, follows, detains,
/// disperses, intercepts or watches people, and none that asks anyone to give up a complaint.
/// </summary>
public enum OrderKind
{
    /// <summary>Save lives.</summary>
    Rescue,
    /// <summary>Fight a fire.</summary>
    FightFire,
    /// <summary>Treat the injured.</summary>
    TreatInjured,
    /// <summary>Set up a first-aid post.</summary>
    SetUpFirstAid,
    /// <summary>Transport patients.</summary>
    TransportPatients,
    /// <summary>Bring people out of danger. Needs a ground and an expiry.</summary>
    Evacuate,
    /// <summary>Keep a dangerous place clear. Needs a ground and an expiry.</summary>
    Cordon,
    /// <summary>Open or run a shelter.</summary>
    OpenShelter,
    /// <summary>Receive families.</summary>
    ReceiveFamilies,
    /// <summary>Help foreign nationals affected by the event.</summary>
    AssistForeignNationals,
    /// <summary>Keep a team ready.</summary>
    StandBy,
    /// <summary>Send reinforcements.</summary>
    Reinforce,
    /// <summary>Bring supplies.</summary>
    DeliverSupplies,
    /// <summary>Restore power, water, gas, road, rail or telecommunication.</summary>
    RestoreLifeline,
    /// <summary>Set up emergency communications.</summary>
    SetUpCommunications,
    /// <summary>Strengthen or repair a dyke, slope or building.</summary>
    SecureStructure,
    /// <summary>Look at a structure, plant or site.</summary>
    InspectSite,
    /// <summary>Stop pollution from spreading.</summary>
    ContainPollution,
    /// <summary>Take samples of water, air, soil or food.</summary>
    TakeSamples,
    /// <summary>Clean people, animals or equipment of a dangerous substance.</summary>
    Decontaminate,
    /// <summary>Recall a product.</summary>
    RecallProduct,
    /// <summary>Close a bridge, canteen, escalator, line or other facility.</summary>
    CloseFacility,
    /// <summary>Let visitors walk one way, or part their flow.</summary>
    DirectVisitorFlow,
    /// <summary>Route vehicles.</summary>
    DirectTraffic,
    /// <summary>Ask a venue to pause what draws visitors.</summary>
    PauseActivity,
    /// <summary>Have a venue or broadcaster say something.</summary>
    BroadcastMessage,
    /// <summary>Mark, sketch and record a scene before anything is moved (条例493 Art. 16).</summary>
    RecordScene,
    /// <summary>Report on the situation.</summary>
    ReportSituation,
}

/// <summary>What an order is addressed to: never a natural person outside the response.</summary>
public enum AddresseeKind
{
    /// <summary>An agency.</summary>
    Agency,
    /// <summary>A team or unit.</summary>
    Team,
    /// <summary>A venue and its operator.</summary>
    Venue,
    /// <summary>A place.</summary>
    Place,
}

/// <summary>What allows a cordon or an evacuation.</summary>
public enum MeasureGround
{
    /// <summary>Nothing: no such measure may be ordered.</summary>
    None,
    /// <summary>A natural disaster.</summary>
    NaturalDisaster,
    /// <summary>An accident.</summary>
    Accident,
    /// <summary>A public-health event.</summary>
    PublicHealth,
    /// <summary>A venue that holds more people than its capacity.</summary>
    VenueOverCapacity,
}

/// <summary>States of an order (domain.md C2).</summary>
public enum OrderState
{
    /// <summary>Written, not sent.</summary>
    Drafted,
    /// <summary>Sent.</summary>
    Issued,
    /// <summary>With the addressee.</summary>
    Delivered,
    /// <summary>Someone there has read it.</summary>
    Acknowledged,
    /// <summary>They will do it.</summary>
    Accepted,
    /// <summary>They will not; the reason is recorded.</summary>
    Declined,
    /// <summary>They ask what is meant; a new revision answers.</summary>
    ClarificationAsked,
    /// <summary>Being done.</summary>
    InProgress,
    /// <summary>Something stands in the way.</summary>
    Blocked,
    /// <summary>Could not be done.</summary>
    Failed,
    /// <summary>Done, by their word.</summary>
    Completed,
    /// <summary>Done, checked.</summary>
    Verified,
    /// <summary>Taken back.</summary>
    Cancelled,
    /// <summary>Replaced by another order.</summary>
    Superseded,
}

/// <summary>How far an unanswered order went.</summary>
public enum OrderEscalation
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>To the alternate.</summary>
    Alternate,
    /// <summary>To the superior.</summary>
    Superior,
}

/// <summary>Why an order was declined, failed, is blocked, or was taken back.</summary>
public enum OrderReason
{
    /// <summary>No capacity.</summary>
    NoCapacity,
    /// <summary>Too dangerous for those who would do it.</summary>
    Unsafe,
    /// <summary>Not the addressee's competence.</summary>
    NotCompetent,
    /// <summary>Needed more elsewhere.</summary>
    HigherPriority,
    /// <summary>The law does not allow it.</summary>
    Unlawful,
    /// <summary>A venue operator does not agree.</summary>
    OperatorDisagrees,
    /// <summary>The place cannot be reached.</summary>
    NoAccess,
    /// <summary>Equipment failed.</summary>
    EquipmentFailure,
    /// <summary>The situation changed.</summary>
    SituationChanged,
    /// <summary>No longer needed.</summary>
    NotNeeded,
    /// <summary>Made by mistake.</summary>
    Mistake,
    /// <summary>The measure reached its expiry.</summary>
    Expired,
}
