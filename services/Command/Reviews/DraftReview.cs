using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reviews;

/// <summary>The draft of a review: course, cause, lessons and measures (突发事件应对法 Art. 92).</summary>
/// <param name="Findings">In words; stays in this service.</param>
/// <param name="Actions">What is to be done.</param>
public sealed record DraftReview([property: Text(20000)] string Findings, [property: Items(0, 100)] IReadOnlyList<DraftedAction> Actions);

/// <summary>An action that a draft proposes.</summary>
/// <param name="Kind">What will carry it out.</param>
/// <param name="Text">What is to be done; stays in this service.</param>
/// <param name="OwnerAgency">Who sees to it.</param>
public sealed record DraftedAction(ReviewActionKind Kind, [property: Text(1000)] string Text, [property: Text(40)] string OwnerAgency);

/// <summary>A review is drafted.</summary>
internal static class DraftReviewCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reviews/{id:guid}/draft", Handle)
        .WithName("draftReview").WithSummary("A review is drafted with its actions.").RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Handle(
        Guid id, DraftReview body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review) return Problems.NotFound("review", id);
        if (call.Stale(review.Version) is { } stale) return stale.Problem();
        var actions = body.Actions.Select(a => new ReviewAction(0, a.Kind, a.Text, a.OwnerAgency)).ToList();
        if (review.Draft(body.Findings, actions, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("review.draft", review.Id, call.Now, ct);
        db.Append(review.IncidentId, review.Changed(call.Now));
        return TypedResults.Ok(ReviewView.Of(review));
    }
}
