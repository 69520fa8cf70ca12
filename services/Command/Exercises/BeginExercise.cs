using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>An exercise with a time of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StartsAt">Exercise time at which it begins; may be any instant.</param>
/// <param name="Speed">Exercise seconds per real second.</param>
/// <param name="Immediate">True when time runs at once; otherwise it is held until it is resumed.</param>
public sealed record BeginExercise(
    [property: Text(200)] string Name, DateTimeOffset StartsAt, [property: Range(0.0, 3600.0)] double Speed = 1, bool Immediate = true);

/// <summary>An exercise begins. Its creation belongs to the real world and names no exercise.</summary>
internal static class BeginExerciseCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/exercises", Handle)
        .WithName("beginExercise").WithSummary("An exercise with a time of its own begins.").RequireRole(Roles.Operator, Roles.Commander);

    private static Created<ExerciseView> Handle(BeginExercise body, CommandDb db, Call call)
    {
        var exercise = Exercise.Begin(Guid.CreateVersion7(), body.Name, body.StartsAt, body.Speed, body.Immediate, call.RealNow);
        db.Add(exercise);
        db.Append(exercise.Id, exercise.Time(call.RealNow));
        return TypedResults.Created($"/v1/exercises/{exercise.Id}", ExerciseView.Of(exercise, call.RealNow));
    }
}
