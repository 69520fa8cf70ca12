using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Coordination.Platform;

namespace Coordination.Intake.Correlations;

/// <summary>Looks for what a report may belong to once it is safe, so that who reports does not wait for it.</summary>
internal sealed class OnReportReceived(IntakeDb db, Clocks clocks, IntakeRules rules) : IHandle<ReportReceived>
{
    public async Task HandleAsync(ReportReceived e, EventContext context, CancellationToken ct)
    {
        if (e.Kind == ReportKind.Initial && await db.Reports.FindAsync([e.ReportId], ct) is { Origin: ReportOrigin.Sent } report && !report.IsAside())
            await Likeness.ProposeAsync(report, db, clocks, rules.Correlation, ct);
    }
}
