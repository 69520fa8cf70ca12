using Coordination.Contracts.Events;

namespace Coordination.Client.Reports;

/// <summary>A report as its readers see it.</summary>
/// <param name="Id">The report.</param>
/// <param name="Version">What a decision about it was made on.</param>
/// <param name="State">State.</param>
/// <param name="Kind">What it is in its series.</param>
/// <param name="Number">Which supplement it is, from 1; 0 for other kinds.</param>
/// <param name="SeriesId">The first report of its series.</param>
/// <param name="PriorReportId">The report before it.</param>
/// <param name="SupersededById">The report that took its place.</param>
/// <param name="OriginId">The report that it was relayed or transferred from.</param>
/// <param name="IncidentId">The incident that it belongs to.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Tier">Tier of the reporting body.</param>
/// <param name="ToTier">Tier of the receiving body.</param>
/// <param name="FromAgency">Agency that reports; null for the public.</param>
/// <param name="Agency">Agency that handles it.</param>
/// <param name="Category">Category.</param>
/// <param name="Place">Where.</param>
/// <param name="KnownAt">When the reporting body learned of it.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Content">What is said.</param>
/// <param name="Verified">What was found to be so.</param>
/// <param name="Check">Result of the content check.</param>
/// <param name="Missing">Fields that are missing.</param>
/// <param name="HasContact">Whether somebody can be asked.</param>
/// <param name="AcknowledgedAt">When the handling agency said that it has it.</param>
/// <param name="EscalationStep">How far it was escalated.</param>
/// <param name="Priority">Priority.</param>
/// <param name="DuplicateOf">The report that it repeats.</param>
/// <param name="Reason">Why it is unfounded.</param>
/// <param name="TransferredTo">Agency that it went to.</param>
/// <param name="RelayedAt">When it was passed on.</param>
/// <param name="AnsweredAt">When who reported was answered.</param>
/// <param name="ReportedAt">When it was made, where it was entered afterwards.</param>
/// <param name="LateEntries">Acts that were entered after they were done, with what that rests on.</param>
/// <param name="SetAside">True while it waits for an officer's look, because too many came from where it came.</param>
public sealed record Report(
    Guid Id, int Version, ReportState State, ReportKind Kind, int Number, Guid SeriesId, Guid? PriorReportId, Guid? SupersededById, Guid? OriginId, Guid? IncidentId,
    ReportSource Source, ReportChannel Channel, JurisdictionTier? Tier, JurisdictionTier? ToTier, string? FromAgency, string Agency, IncidentCategory Category, Place Place,
    DateTimeOffset KnownAt, DateTimeOffset ReceivedAt, ReportContent Content, VerifiedValues? Verified, ContentState Check, IReadOnlyList<ReportField> Missing, bool HasContact,
    DateTimeOffset? AcknowledgedAt, int EscalationStep, ReportPriority? Priority, Guid? DuplicateOf, UnfoundedReason? Reason, string? TransferredTo,
    DateTimeOffset? RelayedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? ReportedAt = null, IReadOnlyList<LateEntry>? LateEntries = null, bool SetAside = false);

/// <summary>What was found to be so; null where it was not looked at.</summary>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="EventKind">Sub-type.</param>
/// <param name="EventCode">Code of the warning system.</param>
/// <param name="Casualties">Counts.</param>
/// <param name="Place">Where.</param>
public sealed record VerifiedValues(
    DateTimeOffset? OccurredAt = null, EventKind? EventKind = null, string? EventCode = null, IReadOnlyList<CasualtyCount>? Casualties = null, Place? Place = null);
