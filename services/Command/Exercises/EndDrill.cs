using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>A drill was played to its end, with its parts that still run; its evaluation is owed.</summary>
internal static class EndDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/end", Handle)
        .WithName("endDrill").WithSummary("A drill was played to its end, with its parts that still run; its evaluation is owed.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, JurisdictionPackage package, Call call, Clocks clocks, CancellationToken ct)
    {
        var (drill, stranger) = await db.DirectedAsync(id, package, call, ct);
        if (drill is null) return stranger!.Problem();
        if (drill.End() is { } refusal) return refusal.Problem();
        foreach (var ended in drill.Moved) clocks.Start("drill.evaluate", ended.Id, ended.Id, call.Now);
        db.AppendMoved(drill, call.Now);
        return TypedResults.Ok(DrillView.Of(drill.Top));
    }
}
