using Coordination.Command.Situation;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reviews.Record;

/// <summary>A review drafts itself: what the record says of the response, as JSON, as a page to print or as Markdown, in Chinese or English.</summary>
internal static class ReadReviewRecord
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/reviews/{id:guid}/record", Handle)
        .WithName("readReviewRecord").WithSummary("The draft that a review makes of itself from the record: JSON, a page to print or Markdown, also in the shapes of ICS 209 and 214.")
        .RequireRole(Readers.All);

    private static async Task<Results<Ok<ReviewRecord>, ContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, ReviewFile file, JurisdictionPackage package, HttpRequest request, CancellationToken ct, ReviewForm form = ReviewForm.Review)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review || await db.Incidents.FindAsync([review.IncidentId], ct) is not { } incident) return Problems.NotFound("review", id);
        var record = await file.RecordAsync(review, incident, ct);
        return request.PageFor((page, words) => new ReviewPages(record, review.Contributions, page, words, package.Calendar).Write(form)) is { } shown ? shown : TypedResults.Ok(record);
    }
}
