using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>What the duty officer decides at first sight.</summary>
/// <param name="Priority">How soon it must be acted on.</param>
/// <param name="Competent">False when another agency is competent: the clock of Art. 60 starts.</param>
/// <param name="ReportUpward">True when the handling body must report it to the tier above.</param>
/// <param name="FromTier">Tier of the handling body, where the report does not say it.</param>
/// <param name="Late">When it was decided, where that is entered afterwards.</param>
public sealed record TriageReport(
    ReportPriority Priority, bool Competent = true, bool ReportUpward = false, JurisdictionTier? FromTier = null, LateAct? Late = null);

internal static class TriageReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/triage", Handle)
        .WithName("triageReport").WithSummary("A duty officer gives a report its priority, and says whether the agency is competent.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, TriageReport body, IntakeDb db, Call call, Clocks clocks, Reception reception, IntakeRules rules, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (call.Stale(report.Version) is { } stale) return stale.Problem();
        var tier = report.ToTier ?? body.FromTier;
        if (body.ReportUpward && (tier is not { } t || rules.Chain.Above(t) is null))
            return Refusal.Invalid("/fromTier", "no-tier-above", "Name the tier of the handling body; there must be one above it.").Problem();
        var aside = report.IsAside();
        if (report.Triage(call.Caller.Agency, body.Priority, call.Now, body.Late) is { } refusal) return refusal.Problem();
        var at = body.Late?.At(call.Now) ?? call.Now;
        // Who acknowledged it did that then; what is said of the triage makes it no earlier.
        if (body.Late is null) await clocks.StopAsync("report.acknowledge", report.Id, at, ct);
        else if (report.AcknowledgedAt is null) await clocks.StopSinceAsync("report.acknowledge", report.Id, at, ct);
        if (aside) await reception.TakeUpAsync(report, ct);
        await clocks.StopAsync("report.triage", report.Id, at, ct);
        if (!body.Competent) clocks.Start("report.transfer", report.Id, report.Subject(), at);
        if (body.ReportUpward) await reception.OweUpwardAsync(report, tier!.Value, ct);
        db.Append(report.Subject(), new ReportStateChanged(
            report.Id, report.IncidentId, report.State, call.Caller.Agency, report.Priority, null, null, null, at, report.Entered(ReportAct.Triaged, call.Now)?.Fact()));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
