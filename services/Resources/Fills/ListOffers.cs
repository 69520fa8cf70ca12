using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Fills;

/// <summary>The fills that the agency offered or gave, of all incidents or one, in all states or one.</summary>
internal static class ListOffersCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/offers", Handle)
        .WithName("listOffers").WithSummary("The fills that the agency offered or gave.").RequireRole(Who.Reads);

    private static async Task<Ok<Page<FillView>>> Handle(
        string agency, Guid? incidentId, FillState? state, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Fills.AsNoTracking()
            .Where(f => f.Agency == agency && f.Side == FillSide.Supplier && f.ExerciseId == call.Exercise
                && (incidentId == null || f.IncidentId == incidentId) && (state == null || f.State == state))
            .ToPageAsync(page, f => f.Id, FillView.Of, ct));
}
