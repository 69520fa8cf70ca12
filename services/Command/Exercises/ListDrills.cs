using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Exercises;

/// <summary>Drills, of one plan if named.</summary>
internal static class ListDrills
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/drills", Handle)
        .WithName("listDrills").WithSummary("Drills, of one plan if named.").RequireRole(Readers.All);

    private static async Task<Ok<Page<DrillView>>> Handle(Guid? plan, DrillState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Drills.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (plan == null || x.PlanId == plan) && (state == null || x.State == state))
            .ToPageAsync(page, x => x.Id, DrillView.Of, ct));
}
