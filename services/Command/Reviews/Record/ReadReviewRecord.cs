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
    private const string Page = "text/html", Markdown = "text/markdown";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/reviews/{id:guid}/record", Handle)
        .WithName("readReviewRecord").WithSummary("The draft that a review makes of itself from the record: JSON, a page to print or Markdown, also in the shapes of ICS 209 and 214.")
        .RequireRole(Readers.All);

    private static async Task<Results<Ok<ReviewRecord>, ContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, ReviewFile file, JurisdictionPackage package, HttpRequest request, CancellationToken ct, ReviewForm form = ReviewForm.Review)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review || await db.Incidents.FindAsync([review.IncidentId], ct) is not { } incident) return Problems.NotFound("review", id);
        var record = await file.RecordAsync(review, incident, ct);
        var answer = request.HttpContext.Response.Headers;
        answer.Vary = "Accept, Accept-Language";
        answer.CacheControl = "no-store";
        var isMarkdown = ReaderLanguage.Prefers(request, Markdown);
        if (!isMarkdown && !ReaderLanguage.Prefers(request, Page)) return TypedResults.Ok(record);
        var words = SituationWords.For(ReaderLanguage.PrefersChinese(request));
        answer.ContentLanguage = words.Language;
        answer.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        IPage page = isMarkdown ? new MarkdownWriter() : new PageWriter(words.Language);
        return TypedResults.Content(new ReviewPages(record, review.Contributions, page, words, package.Calendar).Write(form), $"{(isMarkdown ? Markdown : Page)}; charset=utf-8");
    }
}
