using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reviews;

/// <summary>The actions of a review are followed up.</summary>
internal static class TrackReview
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reviews/{id:guid}/track", Handle)
        .WithName("trackReview").WithSummary("The actions of a review are followed up.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review) return Problems.NotFound("review", id);
        if (call.Stale(review.Version) is { } stale) return stale.Problem();
        if (review.Track() is { } refusal) return refusal.Problem();
        db.Append(review.IncidentId, review.Changed(call.Now));
        return TypedResults.Ok(ReviewView.Of(review));
    }
}
