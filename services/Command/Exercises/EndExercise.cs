using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>An exercise is over: its clocks no longer run.</summary>
internal static class EndExercise
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/exercises/{id:guid}/end", Handle)
        .WithName("endExercise").WithSummary("An exercise is over: its clocks no longer run.")
        .RequireRole(Roles.Operator, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ExerciseView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Exercises.FindAsync([id], ct) is not { } exercise) return Problems.NotFound("exercise", id);
        if (call.Stale(exercise.Version) is { } stale) return stale.Problem();
        if (exercise.End(call.RealNow) is { } refusal) return refusal.Problem();
        db.Append(exercise.Id, exercise.Time(call.RealNow));
        return TypedResults.Ok(ExerciseView.Of(exercise, call.RealNow));
    }
}
