using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>The report that already says it.</summary>
/// <param name="OfReportId">That report.</param>
public sealed record MarkDuplicate(Guid OfReportId);

internal static class MarkDuplicateCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/mark-duplicate", Handle)
        .WithName("markReportDuplicate").WithSummary("Another report already says it.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, MarkDuplicate body, IntakeDb db, Call call, Reception reception, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (call.Stale(report.Version) is { } stale) return stale.Problem();
        if (await ReadReports.FindNamedAsync(db, call, body.OfReportId, ct) is not { } other || other.ExerciseId != report.ExerciseId)
            return Refusal.Invalid("/ofReportId", "unknown-report", "There is no such report.").Problem();
        if (report.MarkDuplicate(call.Caller.Agency, other.Id) is { } refusal) return refusal.Problem();
        await reception.EndAsync(report, ct);
        db.Append(report.Subject(), new ReportStateChanged(
            report.Id, report.IncidentId, report.State, call.Caller.Agency, null, null, report.DuplicateOf, null, call.Now));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
