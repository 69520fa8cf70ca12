using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>Another person than the drafter approves a plan whose links are sound.</summary>
internal static class ApprovePlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plan-versions/{id:guid}/approve", Handle)
        .WithName("approvePlan").WithSummary("Another person than the drafter approves a plan whose links are sound.")
        .RequireRole(Roles.Approver, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, JurisdictionPackage package, EventPlanClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        if (call.Stale(version.Version) is { } stale) return stale.Problem();
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        var broken = await PlanLinks.BrokenAsync(version, db, ct);
        var tree = await db.TreeAsync(package, call, ct);
        var unplaceable = ChecklistPlacement.Missing(version.Content, tree, plan.Jurisdiction);
        if ((await db.RefuseEventAsync(plan, version.Content, call.Now, ct) ?? version.Content.Event?.Unsafe(PlanLinks.UnplaceablePosts(version.Content, tree, plan.Jurisdiction))) is { } unfit)
            return unfit.Problem();
        if (version.Approve(call.Caller.Subject, broken, unplaceable) is { } refusal) return refusal.Problem();
        if (plan.EventNoticeId is not null) await clocks.ApprovedAsync(plan, ct);
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Ok(PlanVersionView.Of(version));
    }
}
