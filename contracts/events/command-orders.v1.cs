namespace Coordination.Contracts.Events;

/// <summary>
/// An order went out, for the first time or, after a question, in a clearer revision. Subject: the incident.
/// </summary>
/// <param name="OrderId">The order.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Revision">1 for the first text; one more for each clarification.</param>
/// <param name="FromAgency">Who orders.</param>
/// <param name="ToAgency">Who answers for it.</param>
/// <param name="AddresseeKind">What it is addressed to.</param>
/// <param name="Addressee">Code of the agency, team, venue or place.</param>
/// <param name="AlternateAgency">Who is asked when there is no answer, or null.</param>
/// <param name="SuperiorAgency">Who is asked after that, or null.</param>
/// <param name="CopyTo">Agencies that get a parallel copy.</param>
/// <param name="ActivationId">Activation whose checklist it comes from, or null.</param>
/// <param name="UnderReview">True for a measure that Oversight reviews: an evacuation or a cordon.</param>
/// <param name="Ground">Why such a measure is allowed.</param>
/// <param name="ExpiresAt">When such a measure ends by itself, or null.</param>
/// <param name="DueAt">When the task is due, or null.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="GroupId">The order to many that it is part of, or null.</param>
[EventType("command.order-issued.v1")]
public sealed record OrderIssued(
    Guid OrderId, Guid IncidentId, OrderKind Kind, int Revision, string FromAgency, string ToAgency, AddresseeKind AddresseeKind, string Addressee,
    string? AlternateAgency, string? SuperiorAgency, IReadOnlyList<string> CopyTo, Guid? ActivationId, bool UnderReview, MeasureGround Ground,
    DateTimeOffset? ExpiresAt, DateTimeOffset? DueAt, DateTimeOffset IssuedAt, Guid? GroupId = null) : IEvent;

/// <summary>An order moved on in any way but being issued. Subject: the incident.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="State">State after the change.</param>
/// <param name="ByAgency">Agency that changed it; the ordering agency when time did.</param>
/// <param name="Reason">Why it was declined, failed, blocked, cancelled or superseded; null otherwise.</param>
/// <param name="Percent">Progress in percent, or null while nobody has reported any.</param>
/// <param name="SuccessorId">Order that replaces it, or null.</param>
/// <param name="ChangedAt">When it happened.</param>
[EventType("command.order-changed.v1")]
public sealed record OrderChanged(
    Guid OrderId, Guid IncidentId, OrderKind Kind, OrderState State, string ByAgency, OrderReason? Reason, int? Percent, Guid? SuccessorId,
    DateTimeOffset ChangedAt) : IEvent;

/// <summary>Nobody answered an order in time, or it was declined: the next in line is asked. Subject: the incident.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Escalation">How far up it went.</param>
/// <param name="ToAgency">Who is asked now.</param>
/// <param name="State">State of the order, which does not change by this.</param>
/// <param name="EscalatedAt">When.</param>
[EventType("command.order-escalated.v1")]
public sealed record OrderEscalated(
    Guid OrderId, Guid IncidentId, OrderKind Kind, OrderEscalation Escalation, string ToAgency, OrderState State, DateTimeOffset EscalatedAt) : IEvent;
