using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Platform;

namespace Coordination.Intake.Reports;

/// <summary>A report as its sender and its handling agency see it.</summary>
/// <param name="Id">The report.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">State.</param>
/// <param name="Kind">What it is in its series.</param>
/// <param name="Number">Which supplement it is, from 1; 0 for other kinds.</param>
/// <param name="SeriesId">Initial report of its series.</param>
/// <param name="PriorReportId">Report it continues or corrects, or null.</param>
/// <param name="SupersededById">Correction that replaces it, or null.</param>
/// <param name="OriginId">Report of another body that led to this one, or null.</param>
/// <param name="IncidentId">Incident it belongs to, or null.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Tier">Tier of the reporting body, or null where it is not known.</param>
/// <param name="ToTier">Tier of the receiving body, or null.</param>
/// <param name="FromAgency">Sending agency; of a call, the one that took it; null at the public door.</param>
/// <param name="Agency">Handling agency.</param>
/// <param name="Category">Category.</param>
/// <param name="Place">Where, as reported.</param>
/// <param name="KnownAt">When the reporting body learned of it.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Content">What it says, as reported.</param>
/// <param name="Verified">Values as checked, beside the reported ones; null before.</param>
/// <param name="Check">Result of the content check.</param>
/// <param name="Missing">Fields for which it was returned.</param>
/// <param name="HasContact">True while it holds a contact.</param>
/// <param name="AcknowledgedAt">When the handling agency said that it has it.</param>
/// <param name="EscalationStep">Steps of the escalation chain that were asked.</param>
/// <param name="Priority">Priority, or null before triage.</param>
/// <param name="DuplicateOf">Report that already says it, or null.</param>
/// <param name="Reason">Why it is unfounded, or null.</param>
/// <param name="TransferredTo">Agency it was handed to, or null.</param>
/// <param name="RelayedAt">When it went up, or null.</param>
/// <param name="AnsweredAt">When the person was answered, or null.</param>
/// <param name="ReportedAt">When it was made, where it was entered afterwards; else null.</param>
/// <param name="LateEntries">Acts that were entered after they were done, with what that rests on; null where there are none.</param>
/// <param name="SetAside">True while it waits for an officer's look, because too many came from where it came.</param>
public sealed record ReportView(
    Guid Id, int Version, ReportState State, ReportKind Kind, int Number, Guid SeriesId, Guid? PriorReportId, Guid? SupersededById, Guid? OriginId,
    Guid? IncidentId, ReportSource Source, ReportChannel Channel, JurisdictionTier? Tier, JurisdictionTier? ToTier, string? FromAgency, string Agency,
    IncidentCategory Category, Place Place, DateTimeOffset KnownAt, DateTimeOffset ReceivedAt, ReportContent Content, VerifiedValues? Verified,
    ContentState Check, IReadOnlyList<ReportField> Missing, bool HasContact, DateTimeOffset? AcknowledgedAt, int EscalationStep, ReportPriority? Priority,
    Guid? DuplicateOf, UnfoundedReason? Reason, string? TransferredTo, DateTimeOffset? RelayedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? ReportedAt,
    IReadOnlyList<LateEntry>? LateEntries, bool SetAside) : IVersioned
{
    internal static ReportView Of(Report r) => new(
        r.Id, r.Version, r.State, r.Kind, r.Number, r.SeriesId, r.PriorReportId, r.SupersededById, r.OriginId, r.IncidentId, r.Source, r.Channel, r.Tier,
        r.ToTier, r.FromAgency, r.Agency, r.Category, r.Where(), r.KnownAt, r.ReceivedAt, r.Content, r.Verified, r.Check, r.Missing, r.HasContact(),
        r.AcknowledgedAt, r.EscalationStep, r.Priority, r.DuplicateOf, r.Reason, r.TransferredTo, r.RelayedAt, r.AnsweredAt, r.ReportedAt,
        r.LateEntries, r.IsAside());
}
