using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>What an observer saw.</summary>
/// <param name="Outcome">How the inject was answered.</param>
/// <param name="ObservedAt">When; now if left out.</param>
public sealed record Observation(InjectOutcome Outcome, [property: NotInFuture] DateTimeOffset? ObservedAt = null);

/// <summary>How an inject was answered.</summary>
internal static class ObserveInject
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/injects/{number:int}/observe", Handle)
        .WithName("observeInject").WithSummary("How an inject was answered.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, int number, Observation body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return Problems.NotFound("drill", id);
        if (drill.Observe(number, body.Outcome, body.ObservedAt ?? call.Now) is { } refusal) return refusal.Problem();
        db.Append(drill.Id, drill.Changed(call.Now));
        return TypedResults.Ok(DrillView.Of(drill));
    }
}
