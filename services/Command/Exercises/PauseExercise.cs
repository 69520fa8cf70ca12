using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>Exercise time is held.</summary>
internal static class PauseExercise
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/exercises/{id:guid}/pause", Handle)
        .WithName("pauseExercise").WithSummary("Exercise time is held.")
        .RequireRole(Roles.Operator, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ExerciseView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Exercises.FindAsync([id], ct) is not { } exercise) return Problems.NotFound("exercise", id);
        if (call.Stale(exercise.Version) is { } stale) return stale.Problem();
        if (exercise.Hold(call.RealNow) is { } refusal) return refusal.Problem();
        db.Append(exercise.Id, exercise.Time(call.RealNow));
        return TypedResults.Ok(ExerciseView.Of(exercise, call.RealNow));
    }
}
