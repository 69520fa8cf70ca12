using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>A drill was played to its end; its evaluation is owed.</summary>
internal static class EndDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/end", Handle)
        .WithName("endDrill").WithSummary("A drill was played to its end; its evaluation is owed.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return Problems.NotFound("drill", id);
        if (call.Stale(drill.Version) is { } stale) return stale.Problem();
        if (drill.End() is { } refusal) return refusal.Problem();
        clocks.Start("drill.evaluate", drill.Id, drill.Id, call.Now);
        db.Append(drill.Id, drill.Changed(call.Now));
        return TypedResults.Ok(DrillView.Of(drill));
    }
}
