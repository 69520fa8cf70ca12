using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>Why a plan is revised, and what the next version says.</summary>
/// <param name="Trigger">Why.</param>
/// <param name="Content">What it says; left out, it begins as a copy of the version in force.</param>
public sealed record RevisePlan(RevisionTrigger Trigger, PlanContent? Content = null);

/// <summary>A version v+1 is begun; the one in force holds until it is replaced.</summary>
internal static class RevisePlanCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plans/{id:guid}/revise", Handle)
        .WithName("revisePlan").WithSummary("The next version of a plan is begun; the one in force holds until it is replaced.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Created<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, RevisePlan body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Plans.FindAsync([id], ct) is not { } plan) return Problems.NotFound("plan", id);
        if (call.Stale(plan.Version) is { } stale) return stale.Problem();
        var newest = (await db.PlanVersions.FindAsync([plan.NewestVersionId], ct))!;
        if (body.Content is { } said && await db.RefuseEventAsync(plan, said, call.Now, ct) is { } misfit) return misfit.Problem();
        var (next, fault) = PlanVersion.Draft(
            Guid.CreateVersion7(), call.Exercise, id, newest.Number + 1, body.Content ?? newest.Content, body.Trigger, call.Caller.Subject);
        if (next is null) return fault!.Problem();
        if ((newest.Revise() ?? plan.Add(next, newest)) is { } refusal) return refusal.Problem();
        db.Add(next);
        db.Append(plan.Id, newest.Changed(plan, call.Now));
        db.Append(plan.Id, next.Changed(plan, call.Now));
        return TypedResults.Created($"/v1/plan-versions/{next.Id}", PlanVersionView.Of(next));
    }
}
