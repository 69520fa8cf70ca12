using Coordination.Intake.Correlations;
using Coordination.Intake.Documents;
using Coordination.Intake.EventNotices;
using Coordination.Intake.Hazards;
using Coordination.Intake.Indicators;
using Coordination.Intake.Messages;
using Coordination.Intake.Reports;
using Coordination.Platform;

namespace Coordination.Intake;

/// <summary>Intake's sections of the jurisdiction package, read once.</summary>
internal sealed class IntakeRules(JurisdictionPackage package)
{
    internal ReportChain Chain { get; } = package.Section<ReportChain>("reportChain");
    internal ReportContentRules Content { get; } = new(package.Section<List<ReportContentRule>>("reportContent"));
    internal IReadOnlyList<string> Escalation { get; } = package.Section<List<string>>("reportEscalation");
    internal PublicReportRule PublicReports { get; } = package.Section<PublicReportRule>("publicReports");
    internal MessageRule Messages { get; } = package.Section<MessageRule>("messages");
    internal DocumentRule Documents { get; } = package.Section<DocumentRule>("documents");
    internal CorrelationRule Correlation { get; } = package.Section<CorrelationRule>("correlation");
    internal HazardRatingRule HazardRating { get; } = package.Section<HazardRatingRule>("hazardRating");
    internal IReadOnlyList<IndicatorRule> Indicators { get; } = package.Section<List<IndicatorRule>>("indicators");
    internal EventNoticeRule EventNotices { get; } = package.Section<EventNoticeRule>("eventNotices");
}
