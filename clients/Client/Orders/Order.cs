using Coordination.Contracts.Events;

namespace Coordination.Client.Orders;

/// <summary>What is to be done, and by whom.</summary>
/// <param name="Kind">What.</param>
/// <param name="Instruction">In words.</param>
/// <param name="ToAgency">Who answers for it.</param>
/// <param name="AddresseeKind">What it is addressed to.</param>
/// <param name="Addressee">Code of the agency, team, venue or place.</param>
/// <param name="AlternateAgency">Who is asked when there is no answer.</param>
/// <param name="SuperiorAgency">Who is asked after that.</param>
/// <param name="CopyTo">Agencies that get a parallel copy.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="ProgressEveryMinutes">How often progress is to be reported.</param>
/// <param name="ExpiresAt">When a measure ends by itself.</param>
public sealed record OrderTask(
    OrderKind Kind, string Instruction, string ToAgency, AddresseeKind AddresseeKind, string Addressee, string? AlternateAgency = null, string? SuperiorAgency = null,
    IReadOnlyList<string>? CopyTo = null, DateTimeOffset? DueAt = null, int? ProgressEveryMinutes = null, DateTimeOffset? ExpiresAt = null);

/// <summary>An order as its readers see it.</summary>
/// <param name="Id">The order.</param>
/// <param name="Version">What a decision about it was made on.</param>
/// <param name="ExerciseId">The exercise that it belongs to.</param>
/// <param name="State">State.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="ActivationId">Activation whose checklist it comes from.</param>
/// <param name="Task">What is to be done.</param>
/// <param name="Ground">Why a measure is allowed.</param>
/// <param name="UnderReview">True for a measure that Oversight reviews.</param>
/// <param name="Revision">1 for the first text; one more for each clarification.</param>
/// <param name="FromAgency">Who orders.</param>
/// <param name="AskedAgency">Who is asked now.</param>
/// <param name="Escalation">How far it went unanswered.</param>
/// <param name="Reason">Why it was declined, blocked, failed or cancelled.</param>
/// <param name="Question">What the agency that is asked wants to know.</param>
/// <param name="Percent">Progress.</param>
/// <param name="SuccessorId">Order that replaces it.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="DeliveredAt">When it was delivered.</param>
/// <param name="AcknowledgedAt">When it was read.</param>
/// <param name="CompletedAt">When it was carried out.</param>
/// <param name="AcknowledgedBy">Who acknowledged it and answers for it.</param>
/// <param name="GroupId">The order to many that it is part of.</param>
public sealed record Order(
    Guid Id, int Version, Guid? ExerciseId, OrderState State, Guid IncidentId, Guid? ActivationId, OrderTask Task, MeasureGround Ground, bool UnderReview, int Revision,
    string FromAgency, string AskedAgency, OrderEscalation Escalation, OrderReason? Reason, string? Question, int? Percent, Guid? SuccessorId, DateTimeOffset? IssuedAt,
    DateTimeOffset? DeliveredAt, DateTimeOffset? AcknowledgedAt, DateTimeOffset? CompletedAt, string? AcknowledgedBy, Guid? GroupId);

internal sealed record NewOrder(Guid IncidentId, OrderTask Task, bool Draft = false);
