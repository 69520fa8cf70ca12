using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>How far exercise time jumps.</summary>
/// <param name="To">The instant; never one that has passed.</param>
public sealed record AdvanceExercise(DateTimeOffset To);

/// <summary>Exercise time jumps forward to an instant. Two jumps commute, so no version is asked for.</summary>
internal static class AdvanceExerciseCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/exercises/{id:guid}/advance", Handle)
        .WithName("advanceExercise").WithSummary("Exercise time jumps forward to an instant, never back.").RequireRole(Roles.Operator, Roles.Commander);

    private static async Task<Results<Ok<ExerciseView>, ProblemHttpResult>> Handle(
        Guid id, AdvanceExercise body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Exercises.FindAsync([id], ct) is not { } exercise) return Problems.NotFound("exercise", id);
        var before = exercise.Version;
        if (exercise.Advance(body.To, call.RealNow) is { } refusal) return refusal.Problem();
        if (exercise.Version != before) db.Append(exercise.Id, exercise.Time(call.RealNow));
        return TypedResults.Ok(ExerciseView.Of(exercise, call.RealNow));
    }
}
