using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Recovery;

/// <summary>Why a draft is given up.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record WithdrawRecoveryPlan([property: Text(500)] string Reason);

/// <summary>A draft is rewritten, adopted or given up by who leads the incident.</summary>
internal static class DecideRecoveryPlan
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/recovery-plans/{id:guid}/rewrite", Rewrite).WithName("rewriteRecoveryPlan").WithSummary("Rewrites the draft of a recovery plan.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/recovery-plans/{id:guid}/adopt", Adopt).WithName("adoptRecoveryPlan").WithSummary("A recovery plan is adopted, in the place of the version before it.")
            .RequireRole(Roles.Commander, Roles.Approver).RequireIfMatch();
        routes.MapPost("/v1/recovery-plans/{id:guid}/withdraw", Withdraw).WithName("withdrawRecoveryPlan").WithSummary("The draft of a recovery plan is given up, with a reason.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<RecoveryPlanView>, ProblemHttpResult>> Rewrite(Guid id, WriteRecoveryPlan body, CommandDb db, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, plan => Task.FromResult(plan.Rewrite(body)), ct);

    private static Task<Results<Ok<RecoveryPlanView>, ProblemHttpResult>> Adopt(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct) => DecideAsync(id, db, call, async plan =>
    {
        var before = await db.RecoveryPlans.FirstOrDefaultAsync(p => p.IncidentId == plan.IncidentId && p.State == RecoveryPlanState.Adopted, ct);
        if (plan.Adopt(call.Caller.Agency, call.Now, before) is { } refusal) return refusal;
        if (before is not null) db.Append(plan.IncidentId, before.Changed(call.Caller.Agency, call.Now));
        await clocks.StopAsync("recovery.plan", plan.IncidentId, call.Now, ct);
        return null;
    }, ct);

    private static Task<Results<Ok<RecoveryPlanView>, ProblemHttpResult>> Withdraw(Guid id, WithdrawRecoveryPlan body, CommandDb db, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, plan => Task.FromResult(plan.Withdraw(body.Reason)), ct);

    private static async Task<Results<Ok<RecoveryPlanView>, ProblemHttpResult>> DecideAsync(
        Guid id, CommandDb db, Call call, Func<RecoveryPlan, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.RecoveryPlans.FindAsync([id], ct) is not { } plan || await db.Incidents.FindAsync([plan.IncidentId], ct) is not { } incident) return Problems.NotFound("recovery plan", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(plan.Version) is { } stale) return stale.Problem();
        if (RecoveryTime.RefuseWork(incident) is { } early) return early.Problem();
        if (await decide(plan) is { } refusal) return refusal.Problem();
        db.Append(plan.IncidentId, plan.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(RecoveryPlanView.Of(plan));
    }
}
