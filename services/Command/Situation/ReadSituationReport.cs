using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Situation;

/// <summary>
/// The situation report of an incident at this moment, made from the record: JSON in the shape of EDXL-SitRep, or a page to print, in Chinese or English, for who asks
/// for <c>text/html</c>.
/// </summary>
internal static class ReadSituationReport
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/incidents/{id:guid}/situation-report", Handle)
        .WithName("readSituationReport").WithSummary("The situation of an incident at this moment: EDXL-SitRep-shaped JSON, or a page to print in Chinese or English.")
        .RequireRole(Readers.All);

    private static async Task<Results<Ok<SituationReport>, ContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, SituationFile file, JurisdictionPackage package, HttpRequest request, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        var report = await file.ReportAsync(incident, ct);
        return request.PageFor((page, words) => new SituationPage(report, page, words, package.Calendar).Write(), isMarkdownToo: false) is { } shown ? shown : TypedResults.Ok(report);
    }
}
