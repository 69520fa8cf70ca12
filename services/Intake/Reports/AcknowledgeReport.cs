using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

internal static class AcknowledgeReport
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/acknowledge", Handle)
        .WithName("acknowledgeReport").IsLifeSafety().WithSummary("The handling agency says that it has the report.")
        .RequireRole(Roles.DutyOfficer);

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Reports.FindAsync([id], ct) is not { } report) return Problems.NotFound("report", id);
        if (report.Acknowledge(call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("report.acknowledge", report.Id, call.Now, ct);
        db.Append(report.Subject(), new ReportAcknowledged(report.Id, report.Agency, call.Now));
        return TypedResults.Ok(ReportView.Of(report));
    }
}
