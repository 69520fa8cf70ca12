using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>The beginning of a drill.</summary>
/// <param name="ExerciseId">Exercise in whose time it is played.</param>
public sealed record DrillStart(Guid? ExerciseId = null);

/// <summary>A drill begins, with all its parts.</summary>
internal static class StartDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/start", Handle)
        .WithName("startDrill").WithSummary("A drill begins, with all its parts.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, DrillStart? body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        var (drill, stranger) = await db.DirectedAsync(id, package, call, ct);
        if (drill is null) return stranger!.Problem();
        if (body?.ExerciseId is { } exercise && await db.Exercises.FindAsync([exercise], ct) is null) return Problems.NotFound("exercise", exercise);
        if (drill.Start(body?.ExerciseId) is { } refusal) return refusal.Problem();
        db.AppendMoved(drill, call.Now);
        return TypedResults.Ok(DrillView.Of(drill.Top));
    }
}
