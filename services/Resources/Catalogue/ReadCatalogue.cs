using System.Text;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Catalogue;

/// <summary>What an agency has: page by page as JSON, or whole as CSV for who asks for <c>text/csv</c>. Expired and empty lots are left out.</summary>
internal static class ReadCatalogueCase
{
    /// <summary>Rows that are in memory at a time.</summary>
    private const int Chunk = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/catalogue", Handle)
        .WithName("readCatalogue").WithSummary("What the agency has: page by page as JSON, or whole as CSV.")
        .Produces<Page<CatalogueRow>>(200, "application/json", "text/csv").RequireRole(Who.Reads);

    private static async Task<Results<Ok<Page<CatalogueRow>>, PushStreamHttpResult, ProblemHttpResult>> Handle(
        string agency, Paging page, HttpRequest request, ResourcesDb db, ResourceCatalogue types, Call call, CancellationToken ct)
    {
        if (ReaderLanguage.Prefers(request, "text/csv"))
        {
            // A whole book is for its own agency: others read it by pages, and each row is noted.
            if (call.Caller.Agency != agency) return Refusal.Forbidden("other-agency", "The book belongs to another agency.").Problem();
            var exercise = call.Exercise;
            return TypedResults.Stream(body => WriteAsync(body, db, types, agency, exercise, ct), "text/csv; charset=utf-8; header=present", $"catalogue-{agency}.csv");
        }
        var entries = await CatalogueEntry.AfterAsync(db, types, agency, call.Exercise, page.After ?? Guid.Empty, page.Limit + 1, ct);
        foreach (var entry in entries.Take(page.Limit).Where(_ => call.Caller.Agency != agency)) db.ReadPart(entry.Id, agency);
        return TypedResults.Ok(Pages.Of(entries, page, e => e.Id, e => e.Row));
    }

    private static async Task WriteAsync(Stream body, ResourcesDb db, ResourceCatalogue types, string agency, Guid? exercise, CancellationToken ct)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(CatalogueCsv.Header), ct);
        for (var (after, more) = (Guid.Empty, true); more;)
        {
            var entries = await CatalogueEntry.AfterAsync(db, types, agency, exercise, after, Chunk, ct);
            await body.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(entries.Select(e => CatalogueCsv.Line(e.Row)))), ct);
            (after, more) = (entries.Count > 0 ? entries[^1].Id : after, entries.Count == Chunk);
        }
    }
}
