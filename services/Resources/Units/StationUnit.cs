using System.ComponentModel.DataAnnotations;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Travel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Units;

/// <summary>Where a unit's base is (degrees, WGS 84), and what an hour of it costs in minor units of a currency of ISO 4217. What is left out is unknown.</summary>
public sealed record StationUnit(
    [property: Range(-90.0, 90.0)] double? Latitude = null, [property: Range(-180.0, 180.0)] double? Longitude = null,
    [property: Range(0L, 1_000_000_000_000L)] long? HourlyCostMinor = null, [property: Text(3, 3)] string? Currency = null);

/// <summary>The owner says where a unit stands when it is at home: the base of a team or vehicle, never where people are.</summary>
internal static class StationUnitCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/units/{id:guid}/station", Handle)
        .WithName("stationUnit").WithSummary("The owner says where a unit's base is, and what an hour of it costs.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static async Task<Results<Ok<UnitView>, ProblemHttpResult>> Handle(string agency, Guid id, StationUnit request, ResourcesDb db, Call call, CancellationToken ct)
    {
        if (await db.Units.FindAsync([id], ct) is not { } unit || unit.Agency != agency) return Problems.NotFound("unit", id);
        if (call.Stale(unit.Version) is { } stale) return stale.Problem();
        if (GeoPoint.Check(request.Latitude, request.Longitude) is { } half) return half.Problem();
        if (Money.Check(request.HourlyCostMinor, request.Currency, "/hourlyCostMinor") is { } money) return money.Problem();
        unit.Station(request.Latitude, request.Longitude, request.HourlyCostMinor, request.Currency);
        return TypedResults.Ok(UnitView.Of(unit));
    }
}
