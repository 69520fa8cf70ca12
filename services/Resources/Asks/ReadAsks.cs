using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Fills;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Asks;

/// <summary>What was asked of the agency.</summary>
internal static class ReadAsksCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/asks", List).WithName("listAsks").WithSummary("What was asked of the agency.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/asks/{id:guid}", Read).WithName("readAsk").WithSummary("One ask.").RequireRole(Who.Reads);
    }

    private static async Task<Ok<Page<AskView>>> List(
        string agency, Guid? incidentId, Guid? requestId, AskState? state, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Asks.AsNoTracking()
            .Where(a => a.Agency == agency && a.ExerciseId == call.Exercise && (incidentId == null || a.IncidentId == incidentId)
                && (requestId == null || a.RequestId == requestId) && (state == null || a.State == state))
            .ToPageAsync(page, a => a.Id, AskView.Of, ct));

    private static async Task<Results<Ok<AskView>, ProblemHttpResult>> Read(string agency, Guid id, ResourcesDb db, CancellationToken ct) =>
        await db.AskOfAsync(agency, id, ct) is { } ask ? TypedResults.Ok(AskView.Of(ask)) : Problems.NotFound("ask", id);
}

internal static class AskLookup
{
    public static async Task<Ask?> AskOfAsync(this ResourcesDb db, string agency, Guid id, CancellationToken ct) =>
        await db.Asks.FindAsync([id], ct) is { } ask && ask.Agency == agency ? ask : null;
}
