using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>One drill.</summary>
internal static class ReadDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/drills/{id:guid}", Handle)
        .WithName("readDrill").WithSummary("One drill.").RequireRole(Readers.All);

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Drills.FindAsync([id], ct) is { } drill
            ? TypedResults.Ok(DrillView.Of(drill))
            : Problems.NotFound("drill", id);
}
