using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Duties;

internal static class ReadReportingDuties
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/reporting-duties/{id:guid}", One).WithName("getReportingDuty").WithSummary("One reporting duty.").RequireRole(Readers);
        routes.MapGet("/v1/reporting-duties", List).WithName("listReportingDuties").WithSummary("Reporting duties, oldest first.").RequireRole(Readers);
    }

    private static string[] Readers => [Roles.DutyOfficer, Roles.Commander, Roles.Auditor, Roles.Operator];

    private static async Task<Results<Ok<ReportingDutyView>, ProblemHttpResult>> One(Guid id, IntakeDb db, CancellationToken ct) =>
        await db.ReportingDuties.FindAsync([id], ct) is { } duty ? TypedResults.Ok(ReportingDutyView.Of(duty)) : Problems.NotFound("reporting duty", id);

    private static async Task<Ok<Page<ReportingDutyView>>> List(Paging page, IntakeDb db, Call call, CancellationToken ct, Guid? incidentId = null) =>
        TypedResults.Ok(await db.ReportingDuties.AsNoTracking().Where(d => d.ExerciseId == call.Exercise && (incidentId == null || d.IncidentId == incidentId))
            .ToPageAsync(page, d => d.Id, ReportingDutyView.Of, ct));
}
