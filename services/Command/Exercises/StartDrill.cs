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

/// <summary>A drill begins.</summary>
internal static class StartDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/start", Handle)
        .WithName("startDrill").WithSummary("A drill begins.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, DrillStart? body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return Problems.NotFound("drill", id);
        if (call.Stale(drill.Version) is { } stale) return stale.Problem();
        if (body?.ExerciseId is { } exercise && await db.Exercises.FindAsync([exercise], ct) is null) return Problems.NotFound("exercise", exercise);
        if (drill.Start(body?.ExerciseId) is { } refusal) return refusal.Problem();
        db.Append(drill.Id, drill.Changed(call.Now));
        return TypedResults.Ok(DrillView.Of(drill));
    }
}
