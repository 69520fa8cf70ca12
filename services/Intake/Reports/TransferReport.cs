using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>The agency that is competent.</summary>
/// <param name="ToAgency">Its code.</param>
/// <param name="Late">When it was handed over, where that is entered afterwards.</param>
public sealed record TransferReport([property: Text(64)] string ToAgency, LateAct? Late = null);

internal static class TransferReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/transfer", Handle)
        .WithName("transferReport").WithSummary("Hands a report to the competent agency (突发事件应对法 Art. 60); answers with the report that agency has now.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Handle(
        Guid id, TransferReport body, IntakeDb db, Call call, Clocks clocks, Reception reception, IntakeRules rules, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (call.Stale(report.Version) is { } stale) return stale.Problem();
        if (report.TransferTo(call.Caller.Agency, body.ToAgency, call.Now, body.Late) is { } refusal) return refusal.Problem();
        var at = body.Late?.At(call.Now) ?? call.Now;
        await clocks.StopAsync("report.transfer", report.Id, at, ct);
        await reception.EndAsync(report, ct);
        db.Append(report.Subject(), new ReportStateChanged(
            report.Id, report.IncidentId, report.State, call.Caller.Agency, null, body.ToAgency, null, null, at, report.Entered(ReportAct.Transferred, call.Now)?.Fact()));
        // The contact goes along: the competent agency is the one that needs it, and the clock that destroys it starts there anew.
        var (next, no) = Report.Receive(
            new NewReport(Guid.CreateVersion7(), report.Kind, report.Source, report.Channel, report.Tier, report.ToTier, report.FromAgency, body.ToAgency,
                report.Category, report.Where(), report.KnownAt, report.Content)
            {
                ExerciseId = call.Exercise, SeriesId = report.SeriesId, Number = report.Number, PriorReportId = report.PriorReportId, IncidentId = report.IncidentId,
                Origin = ReportOrigin.Transferred, OriginId = report.Id, ReporterContact = report.ReporterContact, SceneContact = report.SceneContact,
                Earlier = report.LateEntries?.Find(e => e.Act == ReportAct.Reported),
            }, rules.Content, call.Now);
        if (no is not null) return no.Problem();
        await reception.TakeAsync(next!, ct);
        return TypedResults.Created($"/v1/reports/{next!.Id}", ReportView.Of(next));
    }
}
