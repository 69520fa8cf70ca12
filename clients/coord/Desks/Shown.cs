namespace Coordination.CommandLine.Desks;

/// <summary>The members of each view that people are shown; a field is named after the view. A member of a member: <c>task.kind</c>.</summary>
internal static class Shown
{
    internal static readonly string[] ReportCard = ["id", "state", "agency", "check", "missing", "receivedAt"];
    internal static readonly string[] DocumentReceiptCard = ["id", "state", "reportId", "reason", "sha256"];
    internal static readonly string[] ReportRowResultRow = ["line", "reportId", "check", "missing"];
    internal static readonly string[] CatalogueReceiptCard = ["rows", "added", "changed", "unchanged"];
    internal static readonly string[] MessageRow = ["id", "channel", "receivedAt", "text"];
    internal static readonly string[] MessageCard = ["id", "channel", "messageId", "areaCode", "sentAt", "receivedAt", "text", "reportId", "reason"];
    internal static readonly string[] IncidentRow = ["id", "state", "kind", "title", "jurisdiction", "grade", "ownerAgency"];
    internal static readonly string[] IncidentCard =
        ["id", "state", "category", "kind", "title", "jurisdiction", "grade", "ownerAgency", "participants", "occurredAt", "knownAt", "confirmedAt", "responseEndedAt"];
    internal static readonly string[] SituationReportCard =
    [
        "reportTitle", "incidentLifecyclePhase", "urgency", "severity", "reportConfidence", "reportingLocation", "report.situationInformation.state", "report.situationInformation.grade",
        "report.situationInformation.command.lead", "report.managementReportingSummary.ordersOpen", "report.managementReportingSummary.ordersOverdue", "nextContact",
    ];
    internal static readonly string[] CasualtyTallyRow = ["kind", "count", "confidence", "isDisputed", "decidedBy"];
    internal static readonly string[] OrderRow = ["id", "state", "task.kind", "task.toAgency", "fromAgency", "escalation", "issuedAt"];
    internal static readonly string[] OrderCard = ["id", "state", "task.kind", "task.instruction", "task.toAgency", "fromAgency", "issuedAt", "acknowledgedAt"];
    internal static readonly string[] NoticeRow = ["id", "state", "purpose", "revision", "text", "fromAgency", "agencies", "issuedAt"];
    internal static readonly string[] NoticeCard = ["id", "state", "incidentId", "purpose", "revision", "text", "fromAgency", "agencies", "issuedAt"];
    internal static readonly string[] NoticeReceiptRow = ["id", "recipient", "state", "revision", "sentAt", "receivedAt", "receivedAs", "superiors", "takenOverAt"];
    internal static readonly string[] NoticeReceiptCard = ["noticeId", "recipient", "state", "revision", "receivedAt", "receivedAs", "takenOverAt"];
    internal static readonly string[] LossTallyRow = ["sector", "currency", "lowestMinor", "highestMinor"];
    internal static readonly string[] RecoveryTaskRow = ["id", "state", "sector", "text", "agency", "progress", "dueAt"];
    internal static readonly string[] RecoveryTaskCard = ["id", "state", "incidentId", "sector", "text", "agency", "progress", "dueAt", "reason"];
    internal static readonly string[] SceneEntryRow = ["id", "what", "reason", "marks", "sketch", "recorder", "recordedBy", "movedAt"];
    internal static readonly string[] InvestigationRow = ["id", "state", "number", "grade", "authority", "team", "begunAt"];
    internal static readonly string[] InvestigationCard = ["id", "state", "incidentId", "number", "grade", "authority", "team", "begunAt", "submittedAt", "repliedAt", "publishedAt", "reason"];
    internal static readonly string[] InvestigationMeasureRow = ["id", "state", "text", "agency", "dueAt", "isOverdue", "reason"];
    internal static readonly string[] OperationalPeriodRow = ["id", "state", "number", "from", "to", "approvedBy"];
    internal static readonly string[] OperationalPeriodCard = ["id", "state", "incidentId", "number", "from", "to", "approvedBy", "reason"];
    internal static readonly string[] ActionPlanRow = ["id", "state", "number", "draftedBy", "approvedBy", "reason"];
    internal static readonly string[] ActionPlanCard = ["id", "state", "operationalPeriodId", "number", "draftedBy", "approvedBy", "reason"];
    internal static readonly string[] ObjectiveRow = ["id", "state", "number", "priority", "text", "setInPeriod"];
    internal static readonly string[] ObjectiveCard = ["id", "state", "number", "priority", "text", "tactic", "setInPeriod", "reason"];
    internal static readonly string[] HeadCountRow = ["id", "state", "everyMinutes", "rounds", "startedBy", "startedAt", "stoppedAt"];
    internal static readonly string[] HeadCountCard = ["id", "state", "incidentId", "everyMinutes", "rounds", "startedAt", "stoppedAt"];
    internal static readonly string[] HeadCountRoundRow = ["id", "state", "outcome", "number", "begunAt", "dueAt", "answered", "expected", "counted"];
    internal static readonly string[] HeadCountRoundCard = ["id", "state", "outcome", "number", "dueAt", "answered", "expected", "counted"];
    internal static readonly string[] MeetingRow = ["id", "state", "kind", "jurisdiction", "matter", "startsAt", "calledBy"];
    internal static readonly string[] MeetingCard = ["id", "state", "kind", "jurisdiction", "incidentId", "matter", "agenda", "calledBy", "agencies", "startsAt", "heldAt", "attended", "conclusions", "reason"];
    internal static readonly string[] MeetingActionRow = ["id", "state", "meetingId", "text", "agency", "dueAt", "reason"];
    internal static readonly string[] StandingDutyRow = ["id", "state", "kind", "agency", "jurisdiction", "sinceAt", "laidBy"];
    internal static readonly string[] TrainingRow = ["id", "kind", "agency", "topic", "participants", "heldAt"];
    internal static readonly string[] ReachabilityTestRow = ["id", "state", "agency", "post", "day", "openedBy"];
    internal static readonly string[] ProgrammeRow = ["id", "state", "jurisdiction", "name", "runBy", "dueAt"];
    internal static readonly string[] ProgrammeCard = ["id", "state", "jurisdiction", "name", "runBy", "accepter", "agencies", "dueAt", "findings", "reason"];
    internal static readonly string[] RequestRow = ["id", "state", "incidentId", "level", "createdAt", "submittedAt"];
    internal static readonly string[] RequestCard = ["id", "state", "incidentId", "level"];
    internal static readonly string[] AskRow = ["id", "state", "fromAgency", "message", "typeCode", "quantity", "unitOfMeasure", "offered", "mission", "needBy"];
    internal static readonly string[] FillCard = ["id", "state", "quantity", "validUntil"];
    internal static readonly string[] PlanRow = ["id", "kind", "tier", "name", "jurisdiction", "ownerAgency", "newestNumber", "inForceVersionId"];
    internal static readonly string[] PlanCard = ["id", "kind", "tier", "name", "jurisdiction", "drillDuty", "newestNumber", "newestVersionId"];
    internal static readonly string[] DrillRow = ["id", "state", "form", "scope", "planId", "parentDrillId"];
    internal static readonly string[] RoleResultRow = ["role", "injects", "asExpected", "late", "otherwise", "missed", "open"];
    internal static readonly string[] DrillPartRow = ["drillId", "parentDrillId", "state", "injects", "asExpected", "findings"];
    internal static readonly string[] AlertRow = ["id", "state", "status", "severity", "kind", "identifier", "expires"];
    internal static readonly string[] AlertCard = ["id", "state", "status", "severity", "identifier"];
    internal static readonly string[] CaseRow = ["id", "state", "kind", "tier", "receivedAt"];
    internal static readonly string[] CaseCard = ["id", "state", "kind", "tier", "origin", "referredTo", "receivedAt", "acceptedAt", "closedAt", "heldUntil"];
    internal static readonly string[] TimelineRow = ["sequence", "at", "type", "source", "hash"];
    internal static readonly string[] TimelineCheckCard = ["holds", "sequence"];
    internal static readonly string[] FindingRow = ["id", "state", "kind", "agency", "incidentId", "raisedAt"];
    internal static readonly string[] AccessRow = ["lastAt", "agency", "person", "operation", "subject", "times"];

    /// <summary>The kind of things that a list of members is of, where its words have a meaning of their own; otherwise null.</summary>
    internal static string? Of(IReadOnlyList<string> members) => members switch
    {
        _ when members == MeetingRow || members == MeetingCard || members == MeetingActionRow => "meeting",
        _ when members == TrainingRow => "training",
        _ when members == ReachabilityTestRow => "reachability",
        _ when members == OperationalPeriodRow || members == OperationalPeriodCard => "operational",
        _ when members == ObjectiveRow || members == ObjectiveCard => "objective",
        _ when members == HeadCountRow || members == HeadCountCard => "headcount",
        _ when members == ProgrammeRow || members == ProgrammeCard => "programme",
        _ => null,
    };

    /// <summary>What somebody wrote: shown as it stands, whatever it says.</summary>
    internal static readonly IReadOnlySet<string> Prose = new HashSet<string>(StringComparer.Ordinal) { "title", "reportTitle", "task.instruction", "name", "text", "tactic", "messageId" };
}
