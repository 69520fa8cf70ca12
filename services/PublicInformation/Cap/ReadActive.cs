using System.Globalization;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Cap;

/// <summary>Alerts in force.</summary>
/// <param name="At">The moment at which they are.</param>
/// <param name="Items">The newest first, at most 200.</param>
/// <param name="IsWhole">False where there are more.</param>
public sealed record ActiveAlerts(DateTimeOffset At, IReadOnlyList<ActiveAlert> Items, bool IsWhole);

/// <summary>An alert in force.</summary>
/// <param name="Id">The message; its document stays at <c>/v1/public/alert-messages/{id}/original</c>.</param>
/// <param name="Why">Why it is shown for this place; empty where none was asked for.</param>
/// <param name="Sender">Who sent it, as CAP names it.</param>
/// <param name="Identifier">Its name, as its sender gave it.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Status">Actual, or Exercise in an exercise.</param>
/// <param name="MessageType">Alert or Update.</param>
/// <param name="StartsAt">From when it holds.</param>
/// <param name="EndsAt">To when it holds, if nobody ends it before.</param>
/// <param name="IsHere">Issued by this region.</param>
/// <param name="Infos">What it says, in the language that was asked for first.</param>
public sealed record ActiveAlert(
    Guid Id, IReadOnlyList<CapReason> Why, string Sender, string Identifier, DateTimeOffset? Sent, CapStatus Status, CapMessageType MessageType, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsHere,
    IReadOnlyList<CapInfo> Infos)
{
    internal static ActiveAlert Of(CapHit hit, string? language) => new(
        hit.Message.Id, hit.Why, hit.Message.Sender, hit.Message.Identifier, hit.Message.Sent, hit.Message.Status, hit.Message.MessageType, hit.Message.StartsAt, hit.Message.EndsAt, hit.Message.IsHere,
        Spoken(hit.Message.Infos, language));

    /// <summary>Those in the language first; all where none is in it.</summary>
    internal static IReadOnlyList<CapInfo> Spoken(IReadOnlyList<CapInfo> infos, string? language) => language is null ? infos
        : [.. infos.OrderBy(i => i.Language.Equals(language, StringComparison.OrdinalIgnoreCase) ? 0 : i.Language.Split('-')[0].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase) ? 1 : 2)];
}

/// <summary>What is in force at a point, in an area, or anywhere: for all to read, and for caches to keep for a moment.</summary>
internal static class ReadActive
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/alerts/active", Handle)
        .WithName("listActiveAlerts").WithSummary("Alerts in force at a point (at=latitude,longitude), in an area (area=code), or anywhere, and why.").AllowAnonymous();

    private static async Task<Results<Ok<ActiveAlerts>, StatusCodeHttpResult, ProblemHttpResult>> Handle(
        string? at, string? area, string? language, PublicInformationDb db, Call call, HttpContext http, CancellationToken ct)
    {
        if (Where(at, area) is not { } where) return Refusal.Invalid(area is null ? "?at" : "?area", "place", "A point is latitude,longitude in degrees; an area is a code of 2 to 12 letters, digits or hyphens.").Problem();
        var hits = where.IsAnywhere ? await ActiveSet.AllAsync(db, call.Exercise, call.Now, withCancels: false, ct) : await ActiveSet.FindAsync(db, where, call.Exercise, call.Now, ct);
        if (CapCaching.IsKnown(http, hits, $"{at} {area} {language}")) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(new ActiveAlerts(call.Now, [.. hits.Select(h => ActiveAlert.Of(h, language))], hits.Count < ActiveSet.Most));
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
