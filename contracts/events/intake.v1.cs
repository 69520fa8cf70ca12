namespace Coordination.Contracts.Events;

/// <summary>What a report says, as far as others need it. Words, names and contacts stay in Intake, behind the report's id.</summary>
/// <param name="Category">Category.</param>
/// <param name="Kind">Sub-type, or null while unknown.</param>
/// <param name="EventCode">Code of the warning system, or null.</param>
/// <param name="AreaCode">Area, GB/T 2260 and its extension.</param>
/// <param name="Latitude">Degrees, WGS 84, or null.</param>
/// <param name="Longitude">Degrees, WGS 84, or null.</param>
/// <param name="OccurredAt">When it happened, or null while unknown.</param>
/// <param name="KnownAt">When the reporting body learned of it.</param>
/// <param name="Casualties">Counts, at most one of a kind.</param>
/// <param name="SuspectedGrade">Grade that the reporting body supposes, or null; never for public safety.</param>
/// <param name="Trend">Which way it goes, or null.</param>
public sealed record ReportedFacts(
    IncidentCategory Category, EventKind? Kind, string? EventCode, string AreaCode, double? Latitude, double? Longitude, DateTimeOffset? OccurredAt,
    DateTimeOffset KnownAt, IReadOnlyList<CasualtyCount> Casualties, IncidentGrade? SuspectedGrade, Trend? Trend);

/// <summary>Something was done before it could be entered: by telephone, by radio, on paper. Clocks are judged by when it was done.</summary>
/// <param name="DoneAt">When it was done.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="Ground">What that rests on.</param>
/// <param name="AttestedBy">Role that attests it.</param>
public sealed record LateFact(DateTimeOffset DoneAt, DateTimeOffset EnteredAt, LateGround Ground, AttestingRole AttestedBy);

/// <summary>A report arrived. Subject: the incident of its series if there is one, else the report.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="SeriesId">The initial report of its series; the report itself when it is the first.</param>
/// <param name="IncidentId">Incident of the series, or null.</param>
/// <param name="Kind">What it is in its series.</param>
/// <param name="Number">Which supplement it is, from 1; 0 for other kinds.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Tier">Tier of the reporting body, or null for a person.</param>
/// <param name="ToTier">Tier of the receiving body, or null.</param>
/// <param name="FromAgency">Agency that reports, or null for the public.</param>
/// <param name="ToAgency">Agency that handles it.</param>
/// <param name="Facts">What it says.</param>
/// <param name="Content">Result of the content check.</param>
/// <param name="OutageFrom">Start of the outage that held it back, if the sender says so.</param>
/// <param name="OutageUntil">End of that outage.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Late">When it was made, where it was entered afterwards; else null.</param>
/// <param name="SetAside">True when too many came from where it came: it waits for an officer's look, and asks nobody else yet.</param>
[EventType("intake.report-received.v1", Alone = Labels.AmberStrict)]
public sealed record ReportReceived(
    Guid ReportId, Guid SeriesId, Guid? IncidentId, ReportKind Kind, int Number, ReportSource Source, ReportChannel Channel, JurisdictionTier? Tier,
    JurisdictionTier? ToTier, string? FromAgency, string ToAgency, ReportedFacts Facts, ContentState Content, DateTimeOffset? OutageFrom,
    DateTimeOffset? OutageUntil, DateTimeOffset ReceivedAt, LateFact? Late = null, bool? SetAside = null) : IReportEvent;

/// <summary>The content check failed; the report went back for these fields and its reporting clock runs on.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="FromAgency">Agency that must complete it.</param>
/// <param name="Missing">Fields that are missing.</param>
/// <param name="ReturnedAt">When.</param>
[EventType("intake.report-returned.v1", Alone = Labels.AmberStrict)]
public sealed record ReportReturned(Guid ReportId, string? FromAgency, IReadOnlyList<ReportField> Missing, DateTimeOffset ReturnedAt) : IReportEvent;

/// <summary>The missing fields arrived.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Facts">What it says now.</param>
/// <param name="CompletedAt">When.</param>
/// <param name="Late">When it was done, where it was entered afterwards; else null.</param>
[EventType("intake.report-completed.v1", Alone = Labels.AmberStrict)]
public sealed record ReportCompleted(Guid ReportId, ReportedFacts Facts, DateTimeOffset CompletedAt, LateFact? Late = null) : IReportEvent;

/// <summary>The handling agency said that it has the report.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="ByAgency">Agency.</param>
/// <param name="AcknowledgedAt">When.</param>
/// <param name="Late">When it was done, where it was entered afterwards; else null.</param>
[EventType("intake.report-acknowledged.v1", Alone = Labels.AmberStrict)]
public sealed record ReportAcknowledged(Guid ReportId, string ByAgency, DateTimeOffset AcknowledgedAt, LateFact? Late = null) : IReportEvent;

/// <summary>Nobody acknowledged, or looked at what was set aside, in time: the next step of the escalation chain is asked.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Step">Step of the chain, from 1.</param>
/// <param name="ToRole">Role that is asked, as the package names it.</param>
/// <param name="EscalatedAt">When.</param>
[EventType("intake.report-escalated.v1", Alone = Labels.AmberStrict)]
public sealed record ReportEscalated(Guid ReportId, int Step, string ToRole, DateTimeOffset EscalatedAt) : IReportEvent;

/// <summary>A report took another state; <see cref="ReportVerified"/> and <see cref="ReportLinked"/> have events of their own.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="IncidentId">Incident, or null.</param>
/// <param name="State">State after the change.</param>
/// <param name="ByAgency">Agency that decided.</param>
/// <param name="Priority">Priority given at triage, or null.</param>
/// <param name="ToAgency">Agency it was handed to, or null.</param>
/// <param name="DuplicateOf">Report that already says it, or null.</param>
/// <param name="Reason">Why it is unfounded, or null.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Late">When it was done, where it was entered afterwards; else null.</param>
[EventType("intake.report-state-changed.v1", Alone = Labels.AmberStrict)]
public sealed record ReportStateChanged(
    Guid ReportId, Guid? IncidentId, ReportState State, string ByAgency, ReportPriority? Priority, string? ToAgency, Guid? DuplicateOf,
    UnfoundedReason? Reason, DateTimeOffset ChangedAt, LateFact? Late = null) : IReportEvent;

/// <summary>A report is true. Carries what Command needs to open an incident, which a duty officer does there, naming the report.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="SeriesId">Initial report of its series.</param>
/// <param name="IncidentId">Incident of the series, or null.</param>
/// <param name="Kind">What it is in its series.</param>
/// <param name="ByAgency">Agency that verified.</param>
/// <param name="Facts">What it says, with the values as verified.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="VerifiedAt">When it was verified.</param>
[EventType("intake.report-verified.v1", Alone = Labels.AmberStrict)]
public sealed record ReportVerified(
    Guid ReportId, Guid SeriesId, Guid? IncidentId, ReportKind Kind, string ByAgency, ReportedFacts Facts, DateTimeOffset ReceivedAt,
    DateTimeOffset VerifiedAt) : IReportEvent;

/// <summary>A verified report is part of an incident. Subject: the incident.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="SeriesId">Initial report of its series.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">What it is in its series.</param>
/// <param name="ByAgency">Agency that linked it.</param>
/// <param name="Facts">What it says, with the values as verified.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="LinkedAt">When.</param>
[EventType("intake.report-linked.v1")]
public sealed record ReportLinked(
    Guid ReportId, Guid SeriesId, Guid IncidentId, ReportKind Kind, string ByAgency, ReportedFacts Facts, DateTimeOffset ReceivedAt,
    DateTimeOffset LinkedAt) : IReportEvent;

/// <summary>A body reported upward: the next tier has a report of its own. A level that was skipped gets a copy.</summary>
/// <param name="ReportId">The report below.</param>
/// <param name="UpperReportId">The report above.</param>
/// <param name="IncidentId">Incident, or null.</param>
/// <param name="FromAgency">Who reported.</param>
/// <param name="FromTier">Its tier.</param>
/// <param name="ToAgency">Who received.</param>
/// <param name="ToTier">Its tier.</param>
/// <param name="Skipped">Tiers that were skipped, each with the agency that got the copy.</param>
/// <param name="KnownAt">When the reporting body learned of it: the clock's start.</param>
/// <param name="ReportedAt">When it reported.</param>
/// <param name="Late">When it was done, where it was entered afterwards; else null.</param>
[EventType("intake.report-relayed.v1", Alone = Labels.AmberStrict)]
public sealed record ReportRelayed(
    Guid ReportId, Guid UpperReportId, Guid? IncidentId, string FromAgency, JurisdictionTier FromTier, string ToAgency, JurisdictionTier ToTier,
    IReadOnlyList<SkippedTier> Skipped, DateTimeOffset KnownAt, DateTimeOffset ReportedAt, LateFact? Late = null) : IReportEvent;

/// <summary>A tier that a report skipped (越级), and who got the copy there.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Agency">The agency of that tier.</param>
public sealed record SkippedTier(JurisdictionTier Tier, string Agency);

/// <summary>The person who reported got an answer.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="ByAgency">Agency that answered.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="Late">When it was done, where it was entered afterwards; else null.</param>
[EventType("intake.reporter-answered.v1", Alone = Labels.AmberStrict)]
public sealed record ReporterAnswered(Guid ReportId, string ByAgency, DateTimeOffset AnsweredAt, LateFact? Late = null) : IReportEvent;

/// <summary>Somebody opened the contact that a report holds: the access log of personal data.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="AccessId">The access.</param>
/// <param name="ByAgency">Agency.</param>
/// <param name="Purpose">Why.</param>
/// <param name="OpenedAt">When.</param>
[EventType("intake.contact-opened.v1", Label = Labels.AmberStrict)]
public sealed record ContactOpened(Guid ReportId, Guid AccessId, string ByAgency, ContactPurpose Purpose, DateTimeOffset OpenedAt) : IReportEvent;

/// <summary>The contact that a report held is gone (突发事件应对法 Art. 85).</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Reason">Why.</param>
/// <param name="DestroyedAt">When.</param>
[EventType("intake.contact-destroyed.v1", Label = Labels.AmberStrict)]
public sealed record ContactDestroyed(Guid ReportId, DestructionReason Reason, DateTimeOffset DestroyedAt) : IReportEvent;

/// <summary>A message of the public could not be read as a report: it waits for a person. Subject: the message.</summary>
/// <param name="MessageRecordId">The message.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ToAgency">Agency whose people read it.</param>
/// <param name="HeldAt">Since when.</param>
[EventType("intake.message-held.v1", Label = Labels.AmberStrict)]
public sealed record MessageHeld(Guid MessageRecordId, MessageChannel Channel, string ToAgency, DateTimeOffset HeldAt) : IEvent;

/// <summary>Nobody looked at a held message in time: the next step of the escalation chain is asked. Subject: the message.</summary>
/// <param name="MessageRecordId">The message.</param>
/// <param name="Step">From 1.</param>
/// <param name="ToRole">Role that is asked.</param>
/// <param name="EscalatedAt">When.</param>
[EventType("intake.message-escalated.v1", Label = Labels.AmberStrict)]
public sealed record MessageEscalated(Guid MessageRecordId, int Step, string ToRole, DateTimeOffset EscalatedAt) : IEvent;

/// <summary>A person has read a message that was held. Subject: the message.</summary>
/// <param name="MessageRecordId">The message.</param>
/// <param name="State">Reported or Dismissed.</param>
/// <param name="ReportId">The report it became, or null.</param>
/// <param name="Reason">Why it is none, or null.</param>
/// <param name="ByAgency">Agency of the person.</param>
/// <param name="SettledAt">When.</param>
[EventType("intake.message-settled.v1", Label = Labels.AmberStrict)]
public sealed record MessageSettled(
    Guid MessageRecordId, MessageState State, Guid? ReportId, DismissalReason? Reason, string ByAgency, DateTimeOffset SettledAt) : IEvent;

/// <summary>A duty to report at set times began or ended. Subject: the incident.</summary>
/// <param name="DutyId">The duty.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">Which duty.</param>
/// <param name="Agency">Who owes it.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="State">State after the change.</param>
/// <param name="ChangedAt">When.</param>
[EventType("intake.reporting-duty-changed.v1")]
public sealed record ReportingDutyChanged(
    Guid DutyId, Guid IncidentId, ReportingDutyKind Kind, string Agency, JurisdictionTier Tier, ReportingDutyState State, DateTimeOffset ChangedAt) : IEvent;

/// <summary>A report looks like another report, or like a registered hazard. Subject: the report.</summary>
/// <param name="CorrelationId">The correlation.</param>
/// <param name="ReportId">The report.</param>
/// <param name="Target">What it is compared with.</param>
/// <param name="TargetId">That report or hazard.</param>
/// <param name="Score">From 0 to 100: the sum of the reasons' weights.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Conflicts">Fields on which the two differ.</param>
/// <param name="ProposedAt">When.</param>
[EventType("intake.correlation-proposed.v1", Label = Labels.AmberStrict)]
public sealed record CorrelationProposed(
    Guid CorrelationId, Guid ReportId, CorrelationTarget Target, Guid TargetId, int Score, IReadOnlyList<CorrelationReason> Reasons,
    IReadOnlyList<ConflictField> Conflicts, DateTimeOffset ProposedAt) : IReportEvent;

/// <summary>A person decided on a correlation. Subject: the report.</summary>
/// <param name="CorrelationId">The correlation.</param>
/// <param name="ReportId">The report.</param>
/// <param name="Target">What it is compared with.</param>
/// <param name="TargetId">That report or hazard.</param>
/// <param name="State">Confirmed, Rejected or Split.</param>
/// <param name="ByAgency">Agency of the person.</param>
/// <param name="DecidedAt">When.</param>
[EventType("intake.correlation-decided.v1", Label = Labels.AmberStrict)]
public sealed record CorrelationDecided(
    Guid CorrelationId, Guid ReportId, CorrelationTarget Target, Guid TargetId, CorrelationState State, string ByAgency, DateTimeOffset DecidedAt) : IReportEvent;
