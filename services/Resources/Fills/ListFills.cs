using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Fills;

/// <summary>The fills that were offered or given to the agency, of all incidents or one, in all states or one.</summary>
internal static class ListFillsCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/fills", Handle)
        .WithName("listFills").WithSummary("The fills that were offered or given to the agency.").RequireRole(Who.Reads);

    private static async Task<Ok<Page<FillView>>> Handle(
        string agency, Guid? incidentId, FillState? state, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Fills.AsNoTracking()
            .Where(f => f.Agency == agency && f.Side == FillSide.Requester && f.ExerciseId == call.Exercise
                && (incidentId == null || f.IncidentId == incidentId) && (state == null || f.State == state))
            .ToPageAsync(page, f => f.Id, FillView.Of, ct));
}
