namespace Coordination.Contracts.Events;

/// <summary>Categories of events (突发事件应对法 Art. 2). Grades and warning colours exist for the first three only (Art. 3, 63).</summary>
public enum IncidentCategory
{
    /// <summary>自然灾害.</summary>
    NaturalDisaster,
    /// <summary>事故灾难.</summary>
    Accident,
    /// <summary>公共卫生事件.</summary>
    PublicHealth,
    /// <summary>Consequence management only: crowd safety at venues, casualties of an attack, foreign nationals affected.</summary>
    PublicSafety,
}

/// <summary>Grades of an event (Art. 3).</summary>
public enum IncidentGrade
{
    /// <summary>一般.</summary>
    Ordinary,
    /// <summary>较大.</summary>
    Considerable,
    /// <summary>重大.</summary>
    Major,
    /// <summary>特别重大.</summary>
    Exceptional,
}

/// <summary>States of an incident (domain.md C2).</summary>
public enum IncidentState
{
    /// <summary>Opened on a report.</summary>
    Reported,
    /// <summary>It is real.</summary>
    Confirmed,
    /// <summary>The response is under way.</summary>
    Active,
    /// <summary>Under control.</summary>
    Stabilised,
    /// <summary>The response is over.</summary>
    ResponseEnded,
    /// <summary>Recovery.</summary>
    Recovery,
    /// <summary>Being reviewed.</summary>
    UnderReview,
    /// <summary>Closed.</summary>
    Closed,
    /// <summary>Opened again.</summary>
    Reopened,
    /// <summary>It was not real.</summary>
    Unfounded,
    /// <summary>It is the same as another one.</summary>
    MergedInto,
}

/// <summary>Tiers of the jurisdiction tree (domain.md D).</summary>
public enum JurisdictionTier
{
    /// <summary>国家.</summary>
    State,
    /// <summary>省.</summary>
    Province,
    /// <summary>市.</summary>
    Prefecture,
    /// <summary>县/区.</summary>
    County,
    /// <summary>乡镇/街道.</summary>
    Township,
    /// <summary>村/社区.</summary>
    Village,
    /// <summary>A functional node: railway bureau, port, hospital, park, enterprise.</summary>
    Functional,
}

/// <summary>What a body may be empowered to do in a jurisdiction.</summary>
public enum AuthorityPower
{
    /// <summary>Approve and lift warnings.</summary>
    IssueWarnings,
    /// <summary>Approve, change and end response levels.</summary>
    SetResponseLevels,
    /// <summary>Command incidents.</summary>
    Command,
    /// <summary>Keep the duty: reports of the jurisdiction go to this body.</summary>
    KeepDuty,
    /// <summary>See the incidents there and below without taking part: a sharing rule.</summary>
    SeeIncidents,
}

/// <summary>A node of the jurisdiction tree was set from a moment on. Subject: the node's record.</summary>
[EventType("command.jurisdiction-set.v1", Label = Labels.Green)]
public sealed record JurisdictionSet(Guid RecordId, string Code, JurisdictionTier Tier, string? Parent, DateTimeOffset ValidFrom) : IEvent;

/// <summary>An agency was placed in the tree from a moment on. Subject: the placement.</summary>
[EventType("command.agency-placed.v1", Label = Labels.Green)]
public sealed record AgencyPlaced(Guid PlacementId, string Agency, string Jurisdiction, DateTimeOffset ValidFrom) : IEvent;

/// <summary>An agency was given a power in a jurisdiction. Subject: the grant.</summary>
[EventType("command.authority-granted.v1", Label = Labels.Green)]
public sealed record AuthorityGranted(Guid GrantId, string Agency, string Jurisdiction, AuthorityPower Power, DateTimeOffset ValidFrom) : IEvent;

/// <summary>A power ended. Subject: the grant.</summary>
[EventType("command.authority-ended.v1", Label = Labels.Green)]
public sealed record AuthorityEnded(Guid GrantId, string Agency, string Jurisdiction, AuthorityPower Power, DateTimeOffset ValidTo) : IEvent;

/// <summary>An incident was opened. Subject: the incident, as for all events below. <c>areas</c>: its jurisdiction and all above it, nearest first.</summary>
[EventType("command.incident-opened.v1")]
public sealed record IncidentOpened(
    Guid IncidentId, IncidentCategory Category, EventKind Kind, string? EventCode, string Jurisdiction, string OwnerAgency, Guid? ReportId, Guid? ParentId,
    DateTimeOffset OccurredAt, DateTimeOffset KnownAt, IReadOnlyList<string>? Areas = null) : IEvent;

/// <summary>An incident is real. Starts the clocks of public information.</summary>
[EventType("command.incident-confirmed.v1")]
public sealed record IncidentConfirmed(
    Guid IncidentId, IncidentCategory Category, EventKind Kind, string? EventCode, string Jurisdiction, IncidentGrade? Grade, DateTimeOffset ConfirmedAt) : IEvent;

/// <summary>The response began.</summary>
[EventType("command.incident-activated.v1")]
public sealed record IncidentActivated(Guid IncidentId, IncidentCategory Category, string Jurisdiction, DateTimeOffset At) : IEvent;

/// <summary>The incident is under control.</summary>
[EventType("command.incident-stabilised.v1")]
public sealed record IncidentStabilised(Guid IncidentId, DateTimeOffset At) : IEvent;

/// <summary>A stabilised incident broke out again.</summary>
[EventType("command.incident-relapsed.v1")]
public sealed record IncidentRelapsed(Guid IncidentId, DateTimeOffset At) : IEvent;

/// <summary>The response is over: requisitioned goods go back, the review opens.</summary>
[EventType("command.response-ended.v1")]
public sealed record ResponseEnded(Guid IncidentId, IncidentCategory Category, string Jurisdiction, DateTimeOffset At) : IEvent;

/// <summary>Recovery began.</summary>
[EventType("command.incident-in-recovery.v1")]
public sealed record IncidentInRecovery(Guid IncidentId, DateTimeOffset At) : IEvent;

/// <summary>The incident is being reviewed.</summary>
[EventType("command.incident-under-review.v1")]
public sealed record IncidentUnderReview(Guid IncidentId, DateTimeOffset At) : IEvent;

/// <summary>The incident is closed.</summary>
[EventType("command.incident-closed.v1")]
public sealed record IncidentClosed(Guid IncidentId, DateTimeOffset At) : IEvent;

/// <summary>A closed incident was opened again.</summary>
[EventType("command.incident-reopened.v1")]
public sealed record IncidentReopened(Guid IncidentId, DateTimeOffset At) : IEvent;

/// <summary>The incident was not real.</summary>
[EventType("command.incident-unfounded.v1")]
public sealed record IncidentUnfounded(Guid IncidentId, DateTimeOffset At) : IEvent;

/// <summary>The incident is the same as another one.</summary>
[EventType("command.incident-merged.v1")]
public sealed record IncidentMerged(Guid IncidentId, Guid IntoId, DateTimeOffset At) : IEvent;

/// <summary>An agency takes part in the incident.</summary>
[EventType("command.participant-joined.v1")]
public sealed record ParticipantJoined(Guid IncidentId, string Agency, DateTimeOffset At) : IEvent;

/// <summary>Why an agency may see an incident.</summary>
public enum SharingGround
{
    /// <summary>It was ordered to do something, or is asked when the addressee does not answer.</summary>
    Ordered,
    /// <summary>It gets a copy of an order: it sees, and changes nothing.</summary>
    Copied,
    /// <summary>It is to take command, or part in it.</summary>
    Command,
    /// <summary>It fills a post of a working group.</summary>
    Group,
    /// <summary>It takes part in an incident that goes on in this one.</summary>
    Merged,
}

/// <summary>An agency that was not among them before may see the incident from now on.</summary>
[EventType("command.incident-shared.v1")]
public sealed record IncidentShared(Guid IncidentId, string Agency, SharingGround Ground, DateTimeOffset At) : IEvent;

/// <summary>
/// The casualty ledger got an entry: counts of one source as known at a moment. Without a scope they are the total of the incident's own area; without an area, of that;
/// <c>sourceAgency</c> is who counted.
/// </summary>
[EventType("command.casualties-counted.v1")]
public sealed record CasualtiesCounted(
    Guid IncidentId, Guid EntryId, IReadOnlyList<CasualtyCount> Counts, DateTimeOffset OccurredAt, DateTimeOffset KnownAt, CasualtyScope? Scope = null,
    string? SourceAgency = null, string? AreaCode = null) : IEvent;

/// <summary>A person decided which figures of a kind count: those of these entries, together, and what the same sources say later in their place.</summary>
[EventType("command.casualties-decided.v1")]
public sealed record CasualtiesDecided(
    Guid IncidentId, Guid DecisionId, CasualtyKind Kind, IReadOnlyList<Guid> Entries, int Count, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>A grade was proposed, by the thresholds or by hand.</summary>
[EventType("command.grade-proposed.v1")]
public sealed record GradeProposed(Guid IncidentId, Guid DecisionId, IncidentGrade Grade, bool ByThreshold, DateTimeOffset At) : IEvent;

/// <summary>A person confirmed a grade.</summary>
[EventType("command.grade-confirmed.v1")]
public sealed record GradeConfirmed(Guid IncidentId, Guid DecisionId, IncidentGrade Grade, DateTimeOffset At) : IEvent;

/// <summary>A grade was replaced by a newer decision.</summary>
[EventType("command.grade-superseded.v1")]
public sealed record GradeSuperseded(Guid IncidentId, Guid DecisionId, DateTimeOffset At) : IEvent;
