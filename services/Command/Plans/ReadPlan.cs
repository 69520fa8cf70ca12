using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>One plan.</summary>
internal static class ReadPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/plans/{id:guid}", Handle)
        .WithName("readPlan").WithSummary("One plan.").RequireRole(Readers.All);

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Plans.FindAsync([id], ct) is { } plan
            ? TypedResults.Ok(PlanView.Of(plan))
            : Problems.NotFound("plan", id);
}
