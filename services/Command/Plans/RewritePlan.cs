using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>The draft says something else.</summary>
/// <param name="Content">What it says now.</param>
public sealed record RewritePlan(PlanContent Content);

/// <summary>A draft is rewritten.</summary>
internal static class RewritePlanCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plan-versions/{id:guid}/rewrite", Handle)
        .WithName("rewritePlan").WithSummary("The draft of a plan is rewritten.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, RewritePlan body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        if (call.Stale(version.Version) is { } stale) return stale.Problem();
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        if ((await db.RefuseEventAsync(plan, body.Content, call.Now, ct) ?? version.Rewrite(body.Content, call.Caller.Subject)) is { } refusal) return refusal.Problem();
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Ok(PlanVersionView.Of(version));
    }
}
