using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Plans;

/// <summary>A filed version comes into force and replaces the one before it. Its evaluation and its drills are owed from then on.</summary>
internal static class PutPlanInForce
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plan-versions/{id:guid}/put-in-force", Handle)
        .WithName("putPlanInForce").WithSummary("A filed version comes into force and replaces the one before it.")
        .RequireRole(Roles.Commander, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, EventPlanClocks eventClocks, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        if (call.Stale(version.Version) is { } stale) return stale.Problem();
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        var of = plan.EventNoticeId is { } notice ? await db.KnownEvents.FindAsync([notice], ct) : null;
        if (of is { IsCalledOff: true }) return new Refusal("event-over", "The event was called off: nothing is planned for it any more.").Problem();
        if (version.TakeForce(call.Now) is { } refusal) return refusal.Problem();
        if (await db.PlanVersions.FirstOrDefaultAsync(v => v.PlanId == plan.Id && v.State == PlanVersionState.UnderRevision, ct) is { } before)
        {
            if (before.Supersede() is { } no) return no.Problem();
            db.Append(plan.Id, before.Changed(plan, call.Now));
        }
        plan.TakeForce(version.Id);
        if (of is not null) await eventClocks.InForceAsync(plan, of, ct);
        await OweAsync(version, plan, call.Now, clocks, ct);
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Ok(PlanVersionView.Of(version));
    }

    private static async Task OweAsync(PlanVersion version, Plan plan, DateTimeOffset at, Clocks clocks, CancellationToken ct)
    {
        var scope = new ClockScope(plan.Jurisdiction, Tier: plan.DrillDuty.ToString());
        await clocks.StopAsync("plan.completeness", version.Id, at, ct);
        if (plan.EventNoticeId is not null) return;
        await clocks.StopAsync("plan.evaluate", plan.Id, at, ct);
        clocks.Start("plan.evaluate", plan.Id, plan.Id, at, scope, occurrence: version.Number - 1);
        if (await clocks.FindAsync("plan.drill", plan.Id, ct) is null) clocks.Start("plan.drill", plan.Id, plan.Id, at, scope);
    }
}
