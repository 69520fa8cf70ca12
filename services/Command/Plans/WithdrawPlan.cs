using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>A version under revision is withdrawn without a successor.</summary>
internal static class WithdrawPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plan-versions/{id:guid}/withdraw", Handle)
        .WithName("withdrawPlan").WithSummary("A version under revision is withdrawn without a successor.")
        .RequireRole(Roles.Commander, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, EventPlanClocks eventClocks, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        if (call.Stale(version.Version) is { } stale) return stale.Problem();
        if (version.Withdraw() is { } refusal) return refusal.Problem();
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        plan.LoseForce();
        await clocks.CancelAsync("plan.evaluate", plan.Id, ct);
        await clocks.CancelAsync("plan.drill", plan.Id, ct);
        if (plan.EventNoticeId is not null) await eventClocks.CancelAsync(plan.Id, ct);
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Ok(PlanVersionView.Of(version));
    }
}
