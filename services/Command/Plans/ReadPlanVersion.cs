using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>One version of a plan.</summary>
internal static class ReadPlanVersion
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/plan-versions/{id:guid}", Handle)
        .WithName("readPlanVersion").WithSummary("One version of a plan.").RequireRole(Readers.All);

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.PlanVersions.FindAsync([id], ct) is { } version
            ? TypedResults.Ok(PlanVersionView.Of(version))
            : Problems.NotFound("plan version", id);
}
