using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Fills;
using Coordination.Resources.Travel;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using System.ComponentModel.DataAnnotations;

namespace Coordination.Resources.Positions;

/// <summary>Where the vehicle or team is (degrees, WGS 84), by its own set and by no person's; and when, now where left out.</summary>
public sealed record ReportPosition(
    [property: Range(-90.0, 90.0)] double Latitude, [property: Range(-180.0, 180.0)] double Longitude, [property: NotInFuture] DateTimeOffset? MeasuredAt = null);

/// <summary>A vehicle or team that is deployed says where it is. An append: it needs no version. What comes too close behind the last one is not kept.</summary>
internal static class ReportPositionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/position", Handle)
        .WithName("reportPosition").IsLifeSafety().WithSummary("A vehicle or team says where it is, between its departure and its release.")
        .RequireRole(Who.Reports);

    private static async Task<Results<Ok<PositionView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReportPosition request, ResourcesDb db, FillBook book, PositionBook positions, ResourceCatalogue catalogue, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, FillSide.Supplier, id, ct) is not { } fill) return Problems.NotFound("fill", id);
        if (Position.Refuse(fill) is { } refusal) return refusal.Problem();
        var (place, at) = (new GeoPoint(request.Latitude, request.Longitude), request.MeasuredAt ?? call.Now);
        if (at < fill.DepartedAt) return Refusal.Invalid("/measuredAt", "before-departure", "It is from before the departure.").Problem();
        var position = await db.Positions.FindAsync([id], ct);
        if (position is not null) position.See(place, at, catalogue.Settings);
        else db.Add(position = Position.Begin(fill, place, at));
        await positions.LimitAsync(position, ct);
        return TypedResults.Ok(PositionView.Of(position, call.Now, catalogue.Settings));
    }
}
