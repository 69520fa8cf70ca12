using Coordination.Contracts.Events;

namespace Coordination.Client.Requests;

/// <summary>A request as it is written.</summary>
/// <param name="Lines">What is needed.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Level">Response level; null for the one in force.</param>
/// <param name="Instructions">In words.</param>
public sealed record NewRequest(IReadOnlyList<NewLine> Lines, Guid? IncidentId = null, ResponseGrade? Level = null, string? Instructions = null);

/// <summary>What is needed.</summary>
/// <param name="TypeCode">Type of resource.</param>
/// <param name="Quantity">How many of the type's unit of measure.</param>
/// <param name="Mission">What for.</param>
/// <param name="NeedBy">On scene by when.</param>
public sealed record NewLine(string TypeCode, int Quantity, MissionKind Mission, DateTimeOffset NeedBy);

/// <summary>Who is asked for a line.</summary>
/// <param name="ToAgency">The agency.</param>
/// <param name="Relation">Own, peer or superior.</param>
/// <param name="Quantity">How many.</param>
/// <param name="QuoteOnly">True when only a price is asked for.</param>
/// <param name="AgreementId">The agreement on mutual aid under which it is asked, or null.</param>
public sealed record LineRequest(string ToAgency, AskRelation Relation, int Quantity, bool QuoteOnly = false, Guid? AgreementId = null);

/// <summary>A request as its readers see it.</summary>
/// <param name="Id">The request.</param>
/// <param name="Version">What a step was decided on.</param>
/// <param name="Agency">The agency that requests.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Level">Response level.</param>
/// <param name="State">The furthest of its views.</param>
/// <param name="Views">All that it is, seen from its lines.</param>
/// <param name="Lines">What is needed.</param>
/// <param name="Instructions">In words.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
public sealed record ResourceRequest(
    Guid Id, int Version, string Agency, Guid? IncidentId, ResponseGrade? Level, NeedState State, IReadOnlyList<NeedState> Views, IReadOnlyList<RequestLine> Lines,
    string? Instructions, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt);

/// <summary>A line of a request.</summary>
/// <param name="Id">The line.</param>
/// <param name="Number">From 1.</param>
/// <param name="State">State.</param>
/// <param name="TypeCode">Type of resource.</param>
/// <param name="UnitOfMeasure">The type's unit of measure.</param>
/// <param name="Quantity">How many are needed.</param>
/// <param name="Approved">How many were approved.</param>
/// <param name="Committed">How many are committed.</param>
/// <param name="Mission">What for.</param>
/// <param name="NeedBy">On scene by when.</param>
/// <param name="OverCommit">Why more may be committed than is needed: a name of its vocabulary.</param>
/// <param name="Asks">Who was asked.</param>
/// <param name="Fills">Who fills it.</param>
public sealed record RequestLine(
    Guid Id, int Number, LineState State, string TypeCode, string UnitOfMeasure, int Quantity, int? Approved, int Committed, MissionKind Mission, DateTimeOffset NeedBy,
    string? OverCommit, IReadOnlyList<LineAsk> Asks, IReadOnlyList<LineFill> Fills);

/// <summary>An agency that was asked for a line.</summary>
/// <param name="AskId">The ask.</param>
/// <param name="ToAgency">The agency.</param>
/// <param name="Relation">Own, peer or superior.</param>
/// <param name="Quantity">How many.</param>
/// <param name="MutualAid">How it stands.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AgreementId">The agreement on mutual aid under which it was asked, or null.</param>
/// <param name="SilentAt">Since when nobody waits for an answer any longer, or null.</param>
public sealed record LineAsk(
    Guid AskId, string ToAgency, AskRelation Relation, int Quantity, MutualAidState MutualAid, DateTimeOffset AskedAt, Guid? AgreementId = null, DateTimeOffset? SilentAt = null);

/// <summary>A supplier's commitment to a line.</summary>
/// <param name="FillId">The fill.</param>
/// <param name="Supplier">The agency that supplies.</param>
/// <param name="State">State.</param>
/// <param name="MutualAid">How it stands.</param>
/// <param name="Quantity">How many.</param>
public sealed record LineFill(Guid FillId, string Supplier, FillState State, MutualAidState MutualAid, int Quantity);
