namespace Coordination.Contracts.Events;

/// <summary>An agency entered a unit or team in its book. Subject: the unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Agency">Its owner, which keeps authority over it.</param>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Strength">How many of the type's unit of measure it brings.</param>
/// <param name="Rank">Primary or reserve in call-up order.</param>
/// <param name="RegisteredAt">When.</param>
[EventType("resources.unit-registered.v1", Label = Labels.AmberStrict)]
public sealed record UnitRegistered(Guid UnitId, string Agency, string TypeCode, int Strength, CallUpRank Rank, DateTimeOffset RegisteredAt) : IEvent;

/// <summary>A unit changed state. Subject: the incident it works for, or the unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Agency">Its owner.</param>
/// <param name="TypeCode">Resource type.</param>
/// <param name="State">State after the change.</param>
/// <param name="IncidentId">The incident it works for, or null.</param>
/// <param name="FillId">The fill it serves, or null.</param>
/// <param name="OccurredAt">When.</param>
[EventType("resources.unit-moved.v1", Alone = Labels.AmberStrict, MayLeave = true)]
public sealed record UnitMoved(
    Guid UnitId, string Agency, string TypeCode, UnitState State, Guid? IncidentId, Guid? FillId, DateTimeOffset OccurredAt) : IEvent;

/// <summary>A lot of stock changed. Other agencies learn a band, never the amount (domain.md D). Subject: the lot.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Agency">Its owner.</param>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Movement">What happened.</param>
/// <param name="Band">How much of the received amount is free now.</param>
/// <param name="State">State of the lot.</param>
/// <param name="Source">Where the stock came from.</param>
/// <param name="FillId">The fill it moved for, or null.</param>
/// <param name="OccurredAt">When.</param>
[EventType("resources.stock-moved.v1", Label = Labels.AmberStrict)]
public sealed record StockMoved(
    Guid LotId, string Agency, string TypeCode, StockMovement Movement, StockBand Band, LotState State, StockSource Source, Guid? FillId,
    DateTimeOffset OccurredAt) : IEvent;

/// <summary>A requisition moved (突发事件应对法 Art. 12, 76). Subject: the incident.</summary>
/// <param name="RequisitionId">The requisition.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Agency">Who requisitions.</param>
/// <param name="TypeCode">What kind of property.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitOfMeasure">The type's unit of measure.</param>
/// <param name="State">State after the change.</param>
/// <param name="CompensationMinor">Compensation in minor units, once claimed or paid.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="OccurredAt">When.</param>
[EventType("resources.requisition-moved.v1")]
public sealed record RequisitionMoved(
    Guid RequisitionId, Guid IncidentId, string Agency, string TypeCode, int Quantity, string UnitOfMeasure, RequisitionState State,
    long? CompensationMinor, string? Currency, DateTimeOffset OccurredAt) : IEvent;

/// <summary>Somebody opened the contact of an owner of requisitioned property: the access log of personal data. Subject: the incident.</summary>
/// <param name="RequisitionId">The requisition.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="AccessId">The access.</param>
/// <param name="Agency">Who.</param>
/// <param name="Purpose">Why.</param>
/// <param name="OpenedAt">When.</param>
[EventType("resources.owner-contact-opened.v1")]
public sealed record OwnerContactOpened(
    Guid RequisitionId, Guid IncidentId, Guid AccessId, string Agency, OwnerContactPurpose Purpose, DateTimeOffset OpenedAt) : IEvent;

/// <summary>The contact of an owner of requisitioned property was destroyed (突发事件应对法 Art. 85). Subject: the incident.</summary>
/// <param name="RequisitionId">The requisition.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Agency">Who held it.</param>
/// <param name="DestroyedAt">When.</param>
[EventType("resources.owner-contact-destroyed.v1")]
public sealed record OwnerContactDestroyed(Guid RequisitionId, Guid IncidentId, string Agency, DateTimeOffset DestroyedAt) : IEvent;

/// <summary>Money was planned, committed, spent or audited; donations are disclosed by it (Art. 52). Subject: the incident, or the commitment.</summary>
/// <param name="FundId">The commitment.</param>
/// <param name="IncidentId">The incident, or null for preparedness.</param>
/// <param name="Agency">Whose money.</param>
/// <param name="Source">Which fund.</param>
/// <param name="State">State after the change.</param>
/// <param name="AmountMinor">Amount in minor units: planned or committed, and from Spent on what was spent.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="OccurredAt">When.</param>
[EventType("resources.fund-moved.v1", Alone = Labels.AmberStrict)]
public sealed record FundMoved(
    Guid FundId, Guid? IncidentId, string Agency, FundSource Source, FundState State, long AmountMinor, string Currency, DateTimeOffset OccurredAt) : IEvent;

/// <summary>States of a unit or team (domain.md C3).</summary>
public enum UnitState
{
    /// <summary>Ready.</summary>
    Available,
    /// <summary>Told to make ready.</summary>
    Alerted,
    /// <summary>Given to a mission.</summary>
    Assigned,
    /// <summary>On its way.</summary>
    EnRoute,
    /// <summary>Arrived.</summary>
    OnScene,
    /// <summary>Let go by the scene.</summary>
    Released,
    /// <summary>On its way home.</summary>
    Returning,
    /// <summary>Cannot be used.</summary>
    OutOfService,
}

/// <summary>Order of call-up (S4-1: professional team first, then reserve).</summary>
public enum CallUpRank
{
    /// <summary>Called first.</summary>
    Primary,
    /// <summary>Called when the primary ones do not suffice.</summary>
    Reserve,
    /// <summary>Experts called for advice.</summary>
    Expert,
    /// <summary>Volunteers and social teams, under unified command (Art. 39).</summary>
    Volunteer,
}

/// <summary>States of a lot (domain.md C3).</summary>
public enum LotState
{
    /// <summary>Good.</summary>
    Usable,
    /// <summary>To be used first.</summary>
    NearExpiry,
    /// <summary>May no longer be issued.</summary>
    Expired,
    /// <summary>Destroyed or written off.</summary>
    Disposed,
}

/// <summary>Where stock comes from (domain.md C3).</summary>
public enum StockSource
{
    /// <summary>Government reserve.</summary>
    Government,
    /// <summary>Held by a company under an agreement (协议储备).</summary>
    Agreement,
    /// <summary>Donated; disclosed (Art. 52).</summary>
    Donation,
    /// <summary>Requisitioned.</summary>
    Requisition,
}

/// <summary>Kinds of movement in the stock ledger.</summary>
public enum StockMovement
{
    /// <summary>Came in.</summary>
    Received,
    /// <summary>Free to held: an offer leases it.</summary>
    Held,
    /// <summary>Held to free: the lease ended.</summary>
    Released,
    /// <summary>Held to picked: made ready to leave.</summary>
    Picked,
    /// <summary>Picked to free: put back.</summary>
    PutBack,
    /// <summary>Picked to issued: left the depot.</summary>
    Issued,
    /// <summary>Issued to free: came back.</summary>
    TakenBack,
    /// <summary>Counted: a difference was found.</summary>
    Counted,
    /// <summary>Its state changed with its age.</summary>
    Aged,
    /// <summary>Free to disposed.</summary>
    Disposed,
}

/// <summary>How much of a lot is free.</summary>
public enum StockBand
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>Less than a quarter.</summary>
    Low,
    /// <summary>A quarter to three quarters.</summary>
    Medium,
    /// <summary>More.</summary>
    High,
}

/// <summary>States of a requisition (domain.md C3).</summary>
public enum RequisitionState
{
    /// <summary>Asked for.</summary>
    Proposed,
    /// <summary>Ordered by the authority.</summary>
    Ordered,
    /// <summary>The order reached the owner, with its register.</summary>
    Served,
    /// <summary>In use.</summary>
    InUse,
    /// <summary>Given back.</summary>
    Returned,
    /// <summary>The owner claims compensation.</summary>
    Claimed,
    /// <summary>Compensated.</summary>
    Compensated,
}

/// <summary>Why the contact of an owner is opened.</summary>
public enum OwnerContactPurpose
{
    /// <summary>To serve the order.</summary>
    Service,
    /// <summary>To give the property back.</summary>
    Return,
    /// <summary>To compensate.</summary>
    Compensation,
}

/// <summary>States of a commitment of money (domain.md C3).</summary>
public enum FundState
{
    /// <summary>In the use plan.</summary>
    Planned,
    /// <summary>Set aside.</summary>
    Committed,
    /// <summary>Paid.</summary>
    Spent,
    /// <summary>Checked (Art. 93).</summary>
    Audited,
}

/// <summary>Funds (S3c, S0f).</summary>
public enum FundSource
{
    /// <summary>The year's budget.</summary>
    Budget,
    /// <summary>Special fund (专项资金).</summary>
    SpecialFund,
    /// <summary>Reserve fund (预备费).</summary>
    ReserveFund,
    /// <summary>Donations; every spending is disclosed (Art. 52).</summary>
    Donation,
}
