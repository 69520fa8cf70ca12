using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>A plan is issued; filing is due within 20 working days.</summary>
internal static class IssuePlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plan-versions/{id:guid}/issue", Handle)
        .WithName("issuePlan").WithSummary("A plan is issued; filing is due within 20 working days.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        if (call.Stale(version.Version) is { } stale) return stale.Problem();
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        if (version.Issue(call.Now) is { } refusal) return refusal.Problem();
        clocks.Start("plan.file", version.Id, plan.Id, call.Now, new ClockScope(plan.Jurisdiction));
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Ok(PlanVersionView.Of(version));
    }
}
