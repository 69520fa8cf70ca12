using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>A speed of exercise time.</summary>
/// <param name="Speed">Exercise seconds per real second; 0 holds time.</param>
public sealed record ExerciseSpeed([property: Range(0.0, 3600.0)] double Speed);

/// <summary>Exercise time runs at another speed.</summary>
internal static class SetExerciseSpeed
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/exercises/{id:guid}/speed", Handle)
        .WithName("setExerciseSpeed").WithSummary("Exercise time runs at another speed.")
        .RequireRole(Roles.Operator, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ExerciseView>, ProblemHttpResult>> Handle(
        Guid id, ExerciseSpeed body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Exercises.FindAsync([id], ct) is not { } exercise) return Problems.NotFound("exercise", id);
        if (call.Stale(exercise.Version) is { } stale) return stale.Problem();
        if (exercise.SetSpeed(body.Speed, call.RealNow) is { } refusal) return refusal.Problem();
        db.Append(exercise.Id, exercise.Time(call.RealNow));
        return TypedResults.Ok(ExerciseView.Of(exercise, call.RealNow));
    }
}
