using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Plans;

/// <summary>Versions of plans.</summary>
internal static class ListPlanVersions
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/plan-versions", Handle)
        .WithName("listPlanVersions").WithSummary("Versions of plans.").RequireRole(Readers.All);

    private static async Task<Ok<Page<PlanVersionView>>> Handle(Guid? plan, PlanVersionState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.PlanVersions.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (plan == null || x.PlanId == plan) && (state == null || x.State == state))
            .ToPageAsync(page, x => x.Id, PlanVersionView.Of, ct));
}
