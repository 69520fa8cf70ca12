using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>A drill is approved.</summary>
internal static class ApproveDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/approve", Handle)
        .WithName("approveDrill").WithSummary("A drill is approved.")
        .RequireRole(Roles.Approver, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return Problems.NotFound("drill", id);
        if (call.Stale(drill.Version) is { } stale) return stale.Problem();
        if (drill.Approve() is { } refusal) return refusal.Problem();
        db.Append(drill.Id, drill.Changed(call.Now));
        return TypedResults.Ok(DrillView.Of(drill));
    }
}
