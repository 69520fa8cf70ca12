using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>A drill is called off.</summary>
internal static class CancelDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/cancel", Handle)
        .WithName("cancelDrill").WithSummary("A drill is called off.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return Problems.NotFound("drill", id);
        if (call.Stale(drill.Version) is { } stale) return stale.Problem();
        if (drill.Cancel() is { } refusal) return refusal.Problem();
        db.Append(drill.Id, drill.Changed(call.Now));
        return TypedResults.Ok(DrillView.Of(drill));
    }
}
