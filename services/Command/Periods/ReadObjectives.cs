using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Periods;

/// <summary>Objectives of an incident.</summary>
internal static class ReadObjectives
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/incidents/{id:guid}/objectives", List).WithName("listObjectives").WithSummary("Objectives of an incident, in the order of their numbers.").RequireRole(Readers.All);
        routes.MapGet("/v1/objectives/{id:guid}", One).WithName("readObjective").WithSummary("One objective.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<ObjectiveView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.Objectives.AsNoTracking().Where(o => o.IncidentId == id).ToPageAsync(page, o => o.Id, ObjectiveView.Of, ct));

    private static async Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> One(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Objectives.FindAsync([id], ct) is { } objective ? TypedResults.Ok(ObjectiveView.Of(objective)) : Problems.NotFound("objective", id);
}
