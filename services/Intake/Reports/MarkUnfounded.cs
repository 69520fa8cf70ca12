using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>Why the report is unfounded.</summary>
/// <param name="Reason">Reason.</param>
public sealed record MarkUnfounded(UnfoundedReason Reason);

internal static class MarkUnfoundedCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/mark-unfounded", Handle)
        .WithName("markReportUnfounded").WithSummary("The report is not true, or there is nothing for this service in it.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, MarkUnfounded body, IntakeDb db, Call call, Reception reception, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (call.Stale(report.Version) is { } stale) return stale.Problem();
        if (report.MarkUnfounded(call.Caller.Agency, body.Reason) is { } refusal) return refusal.Problem();
        await reception.EndAsync(report, ct);
        db.Append(report.Subject(), new ReportStateChanged(
            report.Id, report.IncidentId, report.State, call.Caller.Agency, null, null, null, report.Reason, call.Now));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
