using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Reviews;

/// <summary>What carries an action out.</summary>
/// <param name="Kind">Its kind; must be that of the action.</param>
/// <param name="TargetId">The draft of the next plan version, or the hazard, training or stock lot.</param>
public sealed record LinkAction(ReviewActionKind Kind, Guid TargetId);

/// <summary>
/// An action is linked. A lesson for a plan goes into the draft of a version that comes after the one the response had pinned, and both
/// sides know of each other.
/// </summary>
internal static class LinkActionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reviews/{id:guid}/actions/{number:int}/link", Handle)
        .WithName("linkAction").WithSummary("An action is linked to what carries it out; a lesson goes into the next version of the plan.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Handle(
        Guid id, int number, LinkAction body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review) return Problems.NotFound("review", id);
        if (call.Stale(review.Version) is { } stale) return stale.Problem();
        var planNumber = (int?)null;
        if (body.Kind == ReviewActionKind.PlanRevision)
        {
            if (await db.PlanVersions.FindAsync([body.TargetId], ct) is not { } version) return Problems.NotFound("plan version", body.TargetId);
            if (await TakeAsync(version, review, number, db, call, ct) is { } fault) return fault.Problem();
            planNumber = version.Number;
        }
        if (review.Link(number, body.Kind, body.TargetId, planNumber) is { } refusal) return refusal.Problem();
        db.Append(review.IncidentId, new LessonLinked(review.Id, review.IncidentId, number, body.Kind, body.TargetId, planNumber, call.Now));
        db.Append(review.IncidentId, review.Changed(call.Now));
        return TypedResults.Ok(ReviewView.Of(review));
    }

    private static async Task<Refusal?> TakeAsync(
        Plans.PlanVersion version, AfterActionReview review, int number, CommandDb db, Call call, CancellationToken ct)
    {
        var pinned = await db.Activations.Where(a => a.IncidentId == review.IncidentId && a.PlanId == version.PlanId)
            .Select(a => (int?)a.PlanNumber).MaxAsync(ct);
        if (version.Number <= pinned)
            return Refusal.Invalid("/targetId", "not-a-later-version", "A lesson goes into a version after the one that the response used.");
        if (version.TakeLesson(new PlanLesson(review.Id, number)) is { } refusal) return refusal;
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        db.Append(plan.Id, Plans.PlanEvents.Changed(version, plan, call.Now));
        return null;
    }
}
