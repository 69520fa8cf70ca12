using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reviews;

/// <summary>One after-action review.</summary>
internal static class ReadReview
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/reviews/{id:guid}", Handle)
        .WithName("readReview").WithSummary("One after-action review.").RequireRole(Readers.All);

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Reviews.FindAsync([id], ct) is { } review
            ? TypedResults.Ok(ReviewView.Of(review))
            : Problems.NotFound("review", id);
}
