using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>Those whom a plan concerns are asked.</summary>
internal static class ConsultOnPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plan-versions/{id:guid}/consult", Handle)
        .WithName("consultOnPlan").WithSummary("Those whom a plan concerns are asked.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        if (call.Stale(version.Version) is { } stale) return stale.Problem();
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        if (version.Consult() is { } refusal) return refusal.Problem();
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Ok(PlanVersionView.Of(version));
    }
}
