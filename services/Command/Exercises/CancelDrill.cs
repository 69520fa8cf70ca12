using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>A drill is called off, with its parts that have not begun.</summary>
internal static class CancelDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/cancel", Handle)
        .WithName("cancelDrill").WithSummary("A drill is called off, with its parts that have not begun.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var (drill, stranger) = await db.DirectedAsync(id, package, call, ct);
        if (drill is null) return stranger!.Problem();
        if (drill.Cancel() is { } refusal) return refusal.Problem();
        db.AppendMoved(drill, call.Now);
        return TypedResults.Ok(DrillView.Of(drill.Top));
    }
}
