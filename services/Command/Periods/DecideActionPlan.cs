using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Periods;

/// <summary>Why a draft is given up.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record WithdrawActionPlan([property: Text(500)] string Reason);

/// <summary>A draft is rewritten or given up by who leads the incident.</summary>
internal static class DecideActionPlan
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/action-plans/{id:guid}/rewrite", Rewrite).WithName("rewriteActionPlan").WithSummary("Rewrites the draft of an incident action plan.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/action-plans/{id:guid}/withdraw", Withdraw).WithName("withdrawActionPlan").WithSummary("The draft of an incident action plan is given up, with a reason.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<ActionPlanView>, ProblemHttpResult>> Rewrite(Guid id, WriteActionPlan body, CommandDb db, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, async plan => await db.RefuseGroupsAsync(plan.IncidentId, body, ct) ?? plan.Rewrite(body, call.Caller.Subject), ct);

    private static Task<Results<Ok<ActionPlanView>, ProblemHttpResult>> Withdraw(Guid id, WithdrawActionPlan body, CommandDb db, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, plan => Task.FromResult(plan.Withdraw(body.Reason)), ct);

    private static async Task<Results<Ok<ActionPlanView>, ProblemHttpResult>> DecideAsync(
        Guid id, CommandDb db, Call call, Func<ActionPlan, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.ActionPlans.FindAsync([id], ct) is not { } plan) return Problems.NotFound("action plan", id);
        var (incident, no) = await IncidentAtHand.LedAsync(plan.IncidentId, db, call, ct, plan.Version);
        if (incident is null) return no!.Problem();
        if (await decide(plan) is { } refusal) return refusal.Problem();
        db.Append(incident.Id, plan.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(ActionPlanView.Of(plan));
    }
}
