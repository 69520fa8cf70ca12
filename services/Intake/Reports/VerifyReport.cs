using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

internal static class VerifyReport
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/verify", Handle)
        .WithName("verifyReport").WithSummary("The report is true; values found otherwise are kept beside the reported ones.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, VerifiedValues body, IntakeDb db, Call call, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (call.Stale(report.Version) is { } stale) return stale.Problem();
        if (report.Verify(call.Caller.Agency, body) is { } refusal) return refusal.Problem();
        db.Append(report.Subject(), new ReportVerified(
            report.Id, report.SeriesId, report.IncidentId, report.Kind, call.Caller.Agency, report.Facts(), report.ReceivedAt, call.Now));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
