using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Correlations;

internal static class ReadCorrelations
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/correlations/{id:guid}", One).WithName("getCorrelation").WithSummary("One correlation.").RequireRole(Readers);
        routes.MapGet("/v1/correlations", List).WithName("listCorrelations").WithSummary("Correlations, oldest first.").RequireRole(Readers);
    }

    private static string[] Readers => [Roles.DutyOfficer, Roles.Commander, Roles.Auditor];

    private static async Task<Results<Ok<CorrelationView>, ProblemHttpResult>> One(Guid id, IntakeDb db, Call call, CancellationToken ct) =>
        await Visible(db, call).FirstOrDefaultAsync(c => c.Id == id, ct) is { } correlation ? TypedResults.Ok(CorrelationView.Of(correlation)) : Problems.NotFound("correlation", id);

    private static async Task<Ok<Page<CorrelationView>>> List(
        Paging page, IntakeDb db, Call call, CancellationToken ct, Guid? reportId = null, CorrelationState? state = null) =>
        TypedResults.Ok(await Visible(db, call)
            .Where(c => (reportId == null || c.ReportId == reportId || c.TargetId == reportId) && (state == null || c.State == state))
            .ToPageAsync(page, c => c.Id, CorrelationView.Of, ct));

    /// <summary>Those of which the caller may see a side.</summary>
    internal static IQueryable<IncidentCorrelation> Visible(IntakeDb db, Call call) =>
        db.Correlations.AsNoTracking().Where(c => c.ExerciseId == call.Exercise && ReadReports.Visible(db, call).Any(r => r.Id == c.ReportId || r.Id == c.TargetId));
}
