using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// Feeds of what is in force, in one language or as it came: thin ones, whose links lead to the alerts themselves. A cancellation stays in them until it runs out; what is not in them is
/// not cancelled by that. They end at a size that every reader takes.
/// </summary>
internal static class ReadFeeds
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Feed(routes, "atom", "readAlertsAtom", "Atom", "application/atom+xml", CapFeed.Atom);
        Feed(routes, "rss", "readAlertsRss", "RSS", "application/rss+xml", CapFeed.Rss);
        Feed(routes, "geojson", "readAlertsGeoJson", "GeoJSON", "application/geo+json", CapGeoJson.Write);
    }

    private static void Feed(IEndpointRouteBuilder routes, string path, string name, string kind, string type, Func<CapFeedAsk, IReadOnlyList<CapHit>, byte[]> write) =>
        routes.MapGet($"/v1/alerts/active/{path}", (string? at, string? area, string? language, PublicInformationDb db, JurisdictionPackage package, Call call, HttpContext http, CancellationToken ct) =>
                Handle(at, area, language, db, package, call, http, type, write, ct))
            .WithName(name).WithSummary($"Alerts in force as {kind}.").Produces(200, contentType: type).AllowAnonymous();

    private static async Task<Results<FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> Handle(
        string? at, string? area, string? language, PublicInformationDb db, JurisdictionPackage package, Call call, HttpContext http, string type, Func<CapFeedAsk, IReadOnlyList<CapHit>, byte[]> write, CancellationToken ct)
    {
        if (ReadActive.Where(at, area) is not { } where) return Refusal.Invalid(area is null ? "?at" : "?area", "place", "A point is latitude,longitude in degrees; an area is a code of 2 to 12 letters, digits or hyphens.").Problem();
        var found = where.IsAnywhere ? await ActiveSet.AllAsync(db, call.Exercise, call.Now, withCancels: true, ct) : await ActiveSet.FindAsync(db, where, package.Section<AlertSettings>("alerts").AreaCodeSystem, call.Exercise, call.Now, ct);
        if (CapCaching.IsKnown(http, found.Hits, $"{type} {at} {area} {language}")) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        // Where the region's gateway is reached is not known here: links begin at the root, and hold under whatever address the feed was read.
        return TypedResults.File(write(new("", $"{http.Request.Path}{http.Request.QueryString}", language, call.Now), found.Hits), type);
    }
}
