using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reviews;

/// <summary>An agency says what it saw.</summary>
internal static class ContributeToReview
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reviews/{id:guid}/contributions", Handle)
        .WithName("contributeToReview").WithSummary("An agency says what it saw.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Auditor, Roles.Operator);

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Handle(
        Guid id, ReviewText body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review) return Problems.NotFound("review", id);
        if (review.Contribute(new Contribution(call.Caller.Agency, body.Text, call.Now)) is { } refusal) return refusal.Problem();
        db.Append(review.IncidentId, review.Changed(call.Now));
        return TypedResults.Ok(ReviewView.Of(review));
    }
}
