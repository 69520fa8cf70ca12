using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>Which plan version takes a finding up.</summary>
/// <param name="PlanVersionId">A version newer than the one that was drilled.</param>
public sealed record LinkFinding(Guid PlanVersionId);

/// <summary>A finding of a drill is linked to the plan version that takes it up.</summary>
internal static class LinkFindingCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/findings/{number:int}/link", Handle)
        .WithName("linkFinding").WithSummary("A finding of a drill is linked to the plan version that takes it up.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, int number, LinkFinding body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Drills.FindAsync([id], ct) is not { } drill) return Problems.NotFound("drill", id);
        if (call.Stale(drill.Version) is { } stale) return stale.Problem();
        if (await db.PlanVersions.FindAsync([body.PlanVersionId], ct) is not { } next) return Problems.NotFound("plan version", body.PlanVersionId);
        var drilled = (await db.PlanVersions.FindAsync([drill.PlanVersionId], ct))!;
        if (next.PlanId != drilled.PlanId || next.Number <= drilled.Number)
            return Refusal.Invalid("/planVersionId", "not-a-later-version", "A finding leads to a later version of the plan that was drilled.").Problem();
        if (drill.LinkFinding(number, next.Id) is { } refusal) return refusal.Problem();
        db.Append(drill.Id, drill.Changed(call.Now));
        return TypedResults.Ok(DrillView.Of(drill));
    }
}
