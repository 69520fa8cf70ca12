using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Reports;

/// <summary>Nobody acknowledged, or looked at what was set aside: the next step of the chain is asked, and has the same time.</summary>
internal sealed class OnAcknowledgeOverdue(IntakeDb db, Call call, Clocks clocks, IntakeRules rules) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Reports.FindAsync([clock.EntityId], ct) is not { } report) return;
        if (report.Escalate(rules.Escalation.Count) is not { } step) return;
        db.Append(report.Subject(), new ReportEscalated(report.Id, step, rules.Escalation[step - 1], call.Now));
        if (step < rules.Escalation.Count) clocks.Start(clock.Key, report.Id, report.Subject(), clock.DueAt, occurrence: clock.Occurrence + 1);
    }
}
