using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Situation;

/// <summary>The state of an incident at a moment, made from the record: the shape and names of EDXL-SitRep 1.0. It names agencies and never persons.</summary>
/// <param name="MessageID">This report.</param>
/// <param name="PreparedBy">Agency that keeps the record.</param>
/// <param name="ReportPurpose">Always <c>Report</c>: it asks nothing.</param>
/// <param name="ForTimePeriod">From when it became known to the moment of the report.</param>
/// <param name="ReportTitle">Title of the incident.</param>
/// <param name="IncidentID">The incident.</param>
/// <param name="IncidentLifecyclePhase">Response, or recovery.</param>
/// <param name="Urgency">How soon something must be done.</param>
/// <param name="Severity">After the grade that was confirmed.</param>
/// <param name="ReportConfidence">After the casualty figures.</param>
/// <param name="ReportingLocation">Code of the jurisdiction.</param>
/// <param name="NextContact">When the next report is due; null after the response.</param>
/// <param name="IsExercise">True in an exercise.</param>
/// <param name="Report">What is known.</param>
/// <param name="Record">Where the record of this service stood.</param>
public sealed record SituationReport(
    Guid MessageID, string PreparedBy, string ReportPurpose, TimePeriod ForTimePeriod, string ReportTitle, IReadOnlyList<Guid> IncidentID, SituationPhase IncidentLifecyclePhase,
    SituationUrgency Urgency, AlertSeverity Severity, SituationConfidence ReportConfidence, string ReportingLocation, DateTimeOffset? NextContact, bool IsExercise,
    SituationParts Report, RecordHead Record);

/// <summary>A stretch of time.</summary>
public sealed record TimePeriod(DateTimeOffset FromDateTime, DateTimeOffset ToDateTime);

/// <summary>The four kinds of report of the standard, together.</summary>
/// <param name="SituationInformation">What, how grave, who commands, what was warned of.</param>
/// <param name="CasualtyAndIllnessSummary">Counts, every source beside the others.</param>
/// <param name="ResponseResourcesTotals">Resources by type, as far as this service was told.</param>
/// <param name="ManagementReportingSummary">Orders, clocks and decisions.</param>
/// <param name="Recovery">Losses, recovery plan and tasks, which the standard has no part for; null while there are none.</param>
/// <param name="Period">The operational period and the open objectives; null while no period was planned.</param>
/// <param name="HeadCount">The newest round of head counts and what each team said last; null where teams were not counted.</param>
public sealed record SituationParts(
    SituationInformation SituationInformation, IReadOnlyList<Incidents.CasualtyTallyView> CasualtyAndIllnessSummary, IReadOnlyList<ResourceTotal> ResponseResourcesTotals,
    ManagementSummary ManagementReportingSummary, Recovery.RecoverySummary? Recovery = null, Periods.PeriodSummary? Period = null, HeadCounts.HeadCountSummary? HeadCount = null);

/// <summary>Phases of the standard that an incident can be in.</summary>
public enum SituationPhase
{
    /// <summary>The response goes on, or may come.</summary>
    Response,
    /// <summary>The response is over.</summary>
    Recovery,
}

/// <summary>Urgency as the standard has it.</summary>
public enum SituationUrgency
{
    /// <summary>Now.</summary>
    Immediate,
    /// <summary>Soon.</summary>
    Expected,
    /// <summary>No longer.</summary>
    Past,
}

/// <summary>Confidence as the standard has it.</summary>
public enum SituationConfidence
{
    /// <summary>Every figure that counts was verified.</summary>
    HighlyConfident,
    /// <summary>Some were only reported.</summary>
    SomewhatConfident,
    /// <summary>Sources contradict each other, and nobody decided.</summary>
    Unsure,
}
