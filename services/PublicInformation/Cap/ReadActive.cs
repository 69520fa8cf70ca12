using System.Globalization;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Cap;

/// <summary>What is in force at a point, in an area, or anywhere: for all to read, and for caches to keep for a moment.</summary>
internal static class ReadActive
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/alerts/active", Handle)
        .WithName("listActiveAlerts").WithSummary("Alerts in force at a point (at=latitude,longitude), in an area (area=code), or anywhere, and why.").AllowAnonymous();

    private static async Task<Results<Ok<ActiveAlerts>, StatusCodeHttpResult, ProblemHttpResult>> Handle(
        string? at, string? area, string? language, PublicInformationDb db, JurisdictionPackage package, Call call, HttpContext http, CancellationToken ct)
    {
        if (Where(at, area) is not { } where) return Refusal.Invalid(area is null ? "?at" : "?area", "place", "A point is latitude,longitude in degrees; an area is a code of 2 to 12 letters, digits or hyphens.").Problem();
        var found = where.IsAnywhere ? await ActiveSet.AllAsync(db, call.Exercise, call.Now, withCancels: false, ct) : await ActiveSet.FindAsync(db, where, package.Section<AlertSettings>("alerts").AreaCodeSystem, call.Exercise, call.Now, ct);
        if (CapCaching.IsKnown(http, found.Hits, $"{at} {area} {language} {found.IsWhole}")) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(new ActiveAlerts(call.Now, [.. found.Hits.Select(h => ActiveAlert.Of(h, language))], found.IsWhole));
    }

    /// <summary>Null where it names no place that there is.</summary>
    internal static CapWhere? Where(string? at, string? area)
    {
        if (area is not null && (area.Length is < 2 or > 12 || !area.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))) return null;
        if (at is null) return new(Area: area);
        return at.Split(',') is [var north, var east] && Degrees(north, 90) is { } latitude && Degrees(east, 180) is { } longitude ? new(latitude, longitude, area) : null;
    }

    private static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
