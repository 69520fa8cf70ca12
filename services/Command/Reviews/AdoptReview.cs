using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reviews;

/// <summary>A review is adopted.</summary>
internal static class AdoptReview
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reviews/{id:guid}/adopt", Handle)
        .WithName("adoptReview").WithSummary("A review is adopted.")
        .RequireRole(Roles.Approver, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review) return Problems.NotFound("review", id);
        if (call.Stale(review.Version) is { } stale) return stale.Problem();
        if (review.Adopt(call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("review.adopt", review.Id, call.Now, ct);
        db.Append(review.IncidentId, review.Changed(call.Now));
        return TypedResults.Ok(ReviewView.Of(review));
    }
}
