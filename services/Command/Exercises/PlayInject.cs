using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>An inject is played.</summary>
internal static class PlayInject
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/injects/{number:int}/play", Handle)
        .WithName("playInject").WithSummary("An inject is played.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, int number, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return Problems.NotFound("drill", id);
        if (drill.Play(number, call.Now) is { } refusal) return refusal.Problem();
        db.Append(drill.Id, drill.Changed(call.Now));
        return TypedResults.Ok(DrillView.Of(drill));
    }
}
