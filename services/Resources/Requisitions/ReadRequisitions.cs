using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Requisitions;

/// <summary>The agency's requisitions.</summary>
internal static class ReadRequisitionsCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/requisitions", List).WithName("listRequisitions").WithSummary("The agency's requisitions.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/requisitions/{id:guid}", Read).WithName("readRequisition").WithSummary("One requisition.").RequireRole(Who.Reads);
    }

    private static async Task<Ok<Page<RequisitionView>>> List(string agency, Guid? incidentId, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Requisitions.AsNoTracking()
            .Where(r => r.Agency == agency && r.ExerciseId == call.Exercise && (incidentId == null || r.IncidentId == incidentId))
            .ToPageAsync(page, r => r.Id, RequisitionView.Of, ct));

    private static async Task<Results<Ok<RequisitionView>, ProblemHttpResult>> Read(string agency, Guid id, RequisitionBook book, CancellationToken ct) =>
        await book.FindAsync(agency, id, ct) is { } requisition ? TypedResults.Ok(RequisitionView.Of(requisition)) : Problems.NotFound("requisition", id);
}
