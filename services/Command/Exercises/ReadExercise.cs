using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>One exercise and its time.</summary>
internal static class ReadExercise
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/exercises/{id:guid}", Handle)
        .WithName("readExercise").WithSummary("One exercise and its time.").RequireRole(Readers.All);

    private static async Task<Results<Ok<ExerciseView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, Call call, CancellationToken ct) =>
        await db.Exercises.FindAsync([id], ct) is { } exercise
            ? TypedResults.Ok(ExerciseView.Of(exercise, call.RealNow))
            : Problems.NotFound("exercise", id);
}
