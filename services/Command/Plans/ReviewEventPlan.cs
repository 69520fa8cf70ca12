using System.ComponentModel.DataAnnotations;
using Coordination.Command.Periods;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>How an event went, seen against its plan: counts and conclusions, and nothing of any person.</summary>
/// <param name="MostPresent">Most persons who were present at one time, as counted.</param>
/// <param name="Conclusions">What went well and what did not, in words; no names of persons.</param>
public sealed record ReviewEventPlan([property: Range(0, 10_000_000)] int MostPresent, [property: Items(1, 50)] IReadOnlyList<string> Conclusions);

/// <summary>The plan of an event is reviewed after the event, once. What it teaches is taken up by the plan of the next event.</summary>
internal static class ReviewEventPlanCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plans/{id:guid}/review-event", Handle)
        .WithName("reviewEventPlan").WithSummary("The plan of an event is reviewed after the event: counts and conclusions.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<PlanView>, ProblemHttpResult>> Handle(Guid id, ReviewEventPlan body, CommandDb db, EventPlanClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Plans.FindAsync([id], ct) is not { } plan) return Problems.NotFound("plan", id);
        if (call.Stale(plan.Version) is { } stale) return stale.Problem();
        var held = plan.InForceVersionId is { } version ? await db.PlanVersions.FindAsync([version], ct) : null;
        var of = plan.EventNoticeId is { } notice ? await db.KnownEvents.FindAsync([notice], ct) : null;
        for (var i = 0; i < body.Conclusions.Count; i++)
            if (TelephoneNumber.Refuse($"/conclusions/{i}", body.Conclusions[i]) is { } number) return number.Problem();
        if (plan.ReviewEvent(call.Caller.Agency, body, held?.Content.Event, of, call.Now) is { } refusal) return refusal.Problem();
        await clocks.ReviewedAsync(plan, ct);
        db.Append(plan.Id, held!.Changed(plan, call.Now));
        return TypedResults.Ok(PlanView.Of(plan));
    }
}
