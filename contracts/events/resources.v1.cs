namespace Coordination.Contracts.Events;

/// <summary>
/// An agency asks another, or itself, for resources (EDXL-RM RequestResource or RequestQuote). Carries all that the supplier needs.
/// Subject: the incident, or the request where there is none.
/// </summary>
/// <param name="AskId">This ask: the first message of its thread.</param>
/// <param name="RequestId">The request it serves.</param>
/// <param name="LineId">The line of that request.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="FromAgency">The requester.</param>
/// <param name="ToAgency">The agency that is asked.</param>
/// <param name="Relation">Whether the asked agency is the requester itself, a peer or a superior.</param>
/// <param name="Message">RequestResource, or RequestQuote.</param>
/// <param name="TypeCode">Resource type of the jurisdiction package.</param>
/// <param name="Quantity">How many of the type's unit of measure.</param>
/// <param name="UnitOfMeasure">The type's unit of measure.</param>
/// <param name="Mission">What they are for.</param>
/// <param name="NeedBy">When they are needed on scene.</param>
/// <param name="RequestedAt">When it was asked.</param>
/// <param name="AgreementId">The agreement on mutual aid under which it is asked, or null.</param>
[EventType("resources.resources-requested.v1", Alone = Labels.AmberStrict)]
public sealed record ResourcesRequested(
    Guid AskId, Guid RequestId, Guid LineId, Guid? IncidentId, string FromAgency, string ToAgency, AskRelation Relation, RmMessage Message,
    string TypeCode, int Quantity, string UnitOfMeasure, MissionKind Mission, DateTimeOffset NeedBy, DateTimeOffset RequestedAt,
    Guid? AgreementId = null) : IEvent;

/// <summary>The requester no longer needs an answer to an ask. Fills already made are cancelled one by one. Subject as that of the ask.</summary>
/// <param name="AskId">The ask.</param>
/// <param name="FromAgency">The requester.</param>
/// <param name="ToAgency">The agency that was asked.</param>
/// <param name="WithdrawnAt">When.</param>
[EventType("resources.ask-withdrawn.v1", Label = Labels.AmberStrict)]
public sealed record AskWithdrawn(Guid AskId, string FromAgency, string ToAgency, DateTimeOffset WithdrawnAt) : IEvent;

/// <summary>
/// A supplier answers an ask, or offers unasked: a fill begins. <paramref name="State"/> is Offered, Declined, or Committed where the supplier
/// committed at once (Request, then Commit: the order is implied and said so). Subject as that of the ask, or the incident.
/// </summary>
/// <param name="FillId">The fill that begins.</param>
/// <param name="AskId">The ask it answers, or null for an unsolicited offer.</param>
/// <param name="RequestId">The request, or null.</param>
/// <param name="LineId">The line, or null.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="RequesterAgency">To whom it is offered.</param>
/// <param name="SupplierAgency">Who offers.</param>
/// <param name="Message">ResponseToRequestResource, ResponseToRequestQuote, OfferUnsolicitedResource or CommitResource.</param>
/// <param name="Response">Accept, Decline or Provisional.</param>
/// <param name="Reason">Why, for Decline and Provisional.</param>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitOfMeasure">The type's unit of measure.</param>
/// <param name="UnitId">The named unit, or null when it comes from stock.</param>
/// <param name="PriceMinor">Quoted price in minor units of the currency, or null when it costs nothing.</param>
/// <param name="Currency">ISO 4217 code, or null.</param>
/// <param name="AvailableUntil">Until when it may stay, or null.</param>
/// <param name="ValidUntil">Until when the offer and its lease hold, or null.</param>
/// <param name="State">First state of the fill.</param>
/// <param name="OfferedAt">When.</param>
/// <param name="AgreementId">The agreement on mutual aid under which it was asked, or null.</param>
/// <param name="LeaseEpoch">Which lease of the named unit backs it: of two leases of a unit the greater is the newer. Null where no unit is leased.</param>
[EventType("resources.resources-offered.v1", Alone = Labels.AmberStrict)]
public sealed record ResourcesOffered(
    Guid FillId, Guid? AskId, Guid? RequestId, Guid? LineId, Guid? IncidentId, string RequesterAgency, string SupplierAgency, RmMessage Message,
    RmResponse Response, FillReason? Reason, string TypeCode, int Quantity, string UnitOfMeasure, Guid? UnitId, long? PriceMinor, string? Currency,
    DateTimeOffset? AvailableUntil, DateTimeOffset? ValidUntil, FillState State, DateTimeOffset OfferedAt, Guid? AgreementId = null, int? LeaseEpoch = null) : IEvent;

/// <summary>
/// One of the two parties moved a fill. The other party's book follows it; where both moved at once, the supplier's book governs and it answers
/// with a correction. Subject as that of the offer.
/// </summary>
/// <param name="FillId">The fill.</param>
/// <param name="RequestId">Its request, or null.</param>
/// <param name="LineId">Its line, or null.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="RequesterAgency">One party.</param>
/// <param name="SupplierAgency">The other party.</param>
/// <param name="Step">What was done.</param>
/// <param name="By">Which party did it.</param>
/// <param name="Message">The EDXL-RM message that says the same.</param>
/// <param name="MessageId">Id of this message.</param>
/// <param name="State">State in the mover's book after it.</param>
/// <param name="Asks">Requester's steps that the mover had seen.</param>
/// <param name="Answers">Supplier's steps that the mover had seen.</param>
/// <param name="Quantity">Quantity after it.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Eta">Expected arrival, where the step tells it.</param>
/// <param name="Until">End of availability or validity, where the step tells it.</param>
/// <param name="AmountMinor">Amount in minor units, where the step tells it.</param>
/// <param name="Currency">ISO 4217 code of the amount.</param>
/// <param name="Reason">Why, where the step needs a reason.</param>
/// <param name="UnitId">The named unit, where one backs the fill.</param>
/// <param name="IsCorrection">True when the supplier answers a step that its book could not take.</param>
/// <param name="LeaseEpoch">Which lease of the named unit backs it, where the step is the one that leases it.</param>
[EventType("resources.fill-moved.v1", Alone = Labels.AmberStrict)]
public sealed record FillMoved(
    Guid FillId, Guid? RequestId, Guid? LineId, Guid? IncidentId, string RequesterAgency, string SupplierAgency, FillStep Step, FillSide By,
    RmMessage Message, Guid MessageId, FillState State, int Asks, int Answers, int Quantity, DateTimeOffset OccurredAt, DateTimeOffset? Eta,
    DateTimeOffset? Until, long? AmountMinor, string? Currency, FillReason? Reason, Guid? UnitId, bool IsCorrection, int? LeaseEpoch = null) : IEvent;

/// <summary>The expected arrival moved further than the jurisdiction tolerates, or passed. Subject as that of the fill.</summary>
/// <param name="FillId">The fill.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="SupplierAgency">The supplier.</param>
/// <param name="RequesterAgency">The requester.</param>
/// <param name="PromisedAt">Arrival as first promised.</param>
/// <param name="ExpectedAt">Arrival as expected now.</param>
[EventType("resources.eta-drifted.v1", Alone = Labels.AmberStrict)]
public sealed record EtaDrifted(
    Guid FillId, Guid? IncidentId, string SupplierAgency, string RequesterAgency, DateTimeOffset PromisedAt, DateTimeOffset ExpectedAt) : IEvent;

/// <summary>Nothing was heard of a deployed fill for longer than the jurisdiction tolerates. Not a change of state. Subject as that of the fill.</summary>
/// <param name="FillId">The fill.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="SupplierAgency">The supplier.</param>
/// <param name="RequesterAgency">The requester.</param>
/// <param name="SilentSince">When it was last heard of.</param>
[EventType("resources.fill-went-stale.v1", Alone = Labels.AmberStrict)]
public sealed record FillWentStale(
    Guid FillId, Guid? IncidentId, string SupplierAgency, string RequesterAgency, DateTimeOffset SilentSince) : IEvent;

/// <summary>A request or one of its lines changed; carries the whole derived picture. Subject: the incident, or the request.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="Agency">The requester.</param>
/// <param name="Level">Response level under which it is reviewed, or null.</param>
/// <param name="Views">The C3 states that hold, furthest last.</param>
/// <param name="Lines">Every line.</param>
/// <param name="ChangedAt">When.</param>
[EventType("resources.request-changed.v1", Alone = Labels.AmberStrict)]
public sealed record RequestChanged(
    Guid RequestId, Guid? IncidentId, string Agency, ResponseGrade? Level, IReadOnlyList<NeedState> Views, IReadOnlyList<RequestedLine> Lines,
    DateTimeOffset ChangedAt) : IEvent;

/// <summary>A line of a request as it stands.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Number">Its number in the request, from 1.</param>
/// <param name="TypeCode">Resource type.</param>
/// <param name="UnitOfMeasure">The type's unit of measure.</param>
/// <param name="Quantity">How many are needed.</param>
/// <param name="Approved">How many were approved from the agency's own means, or null before the decision.</param>
/// <param name="Committed">How many are committed or beyond.</param>
/// <param name="State">State.</param>
public sealed record RequestedLine(Guid LineId, int Number, string TypeCode, string UnitOfMeasure, int Quantity, int? Approved, int Committed, LineState State);

/// <summary>A response ended while fills of the incident had not come back. Subject: the incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Agency">The requester whose book shows them.</param>
/// <param name="Fills">How many.</param>
/// <param name="EndedAt">When the response ended.</param>
[EventType("resources.fills-outstanding.v1")]
public sealed record FillsOutstanding(Guid IncidentId, string Agency, int Fills, DateTimeOffset EndedAt) : IEvent;
