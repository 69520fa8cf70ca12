using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reviews;

/// <summary>An agency comments on the draft.</summary>
internal static class CommentOnReview
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reviews/{id:guid}/comments", Handle)
        .WithName("commentOnReview").WithSummary("An agency comments on the draft.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Auditor, Roles.Operator);

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Handle(
        Guid id, ReviewText body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review) return Problems.NotFound("review", id);
        if (review.Comment(new Contribution(call.Caller.Agency, body.Text, call.Now)) is { } refusal) return refusal.Problem();
        db.Append(review.IncidentId, review.Changed(call.Now));
        return TypedResults.Ok(ReviewView.Of(review));
    }
}
