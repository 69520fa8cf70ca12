using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

internal static class BeginVerification
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/begin-verification", Handle)
        .WithName("beginVerification").WithSummary("The handling agency checks whether the report is true.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, IntakeDb db, Call call, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (call.Stale(report.Version) is { } stale) return stale.Problem();
        if (report.BeginVerification(call.Caller.Agency) is { } refusal) return refusal.Problem();
        db.Append(report.Subject(), new ReportStateChanged(
            report.Id, report.IncidentId, report.State, call.Caller.Agency, null, null, null, null, call.Now));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
