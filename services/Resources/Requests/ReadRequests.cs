using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Requests;

/// <summary>The agency's requests.</summary>
internal static class ReadRequestsCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/requests", List).WithName("listRequests").WithSummary("The agency's requests, of all incidents or one.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/requests/{id:guid}", Read).WithName("readRequest").WithSummary("One request with its lines.").RequireRole(Who.Reads);
    }

    private static async Task<Ok<Page<RequestView>>> List(string agency, Guid? incidentId, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Requests.AsNoTracking()
            .Where(r => r.Agency == agency && r.ExerciseId == call.Exercise && (incidentId == null || r.IncidentId == incidentId))
            .ToPageAsync(page, r => r.Id, RequestView.Of, ct));

    private static async Task<Results<Ok<RequestView>, ProblemHttpResult>> Read(string agency, Guid id, RequestBook book, CancellationToken ct) =>
        await book.FindAsync(agency, id, ct) is { } request ? TypedResults.Ok(RequestView.Of(request)) : Problems.NotFound("request", id);
}
