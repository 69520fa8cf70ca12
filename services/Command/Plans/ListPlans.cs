using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Plans;

/// <summary>Plans, of one kind or jurisdiction if named.</summary>
internal static class ListPlans
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/plans", Handle)
        .WithName("listPlans").WithSummary("Plans, of one kind or jurisdiction if named.").RequireRole(Readers.All);

    private static async Task<Ok<Page<PlanView>>> Handle(PlanKind? kind, string? jurisdiction, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Plans.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (kind == null || x.Kind == kind) && (jurisdiction == null || x.Jurisdiction == jurisdiction))
            .ToPageAsync(page, x => x.Id, PlanView.Of, ct));
}
