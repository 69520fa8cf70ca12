using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Exercises;

/// <summary>The exercises of the region.</summary>
internal static class ListExercises
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/exercises", Handle)
        .WithName("listExercises").WithSummary("The exercises of the region.").RequireRole(Readers.All);

    private static async Task<Ok<Page<ExerciseView>>> Handle(ExerciseState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Exercises.AsNoTracking().Where(x => state == null || x.State == state)
            .ToPageAsync(page, x => x.Id, x => ExerciseView.Of(x, call.RealNow), ct));
}
