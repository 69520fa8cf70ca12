using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Travel;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Stock;

/// <summary>What came in, and where the depot stands (degrees, WGS 84).</summary>
public sealed record ReceiveStock(
    [property: Text(40)] string TypeCode, [property: Range(1, 100_000_000)] int Quantity, StockSource Source, DateTimeOffset? ExpiresAt = null,
    [property: Text(100)] string? Depot = null, [property: Range(-90.0, 90.0)] double? Latitude = null, [property: Range(-180.0, 180.0)] double? Longitude = null);

/// <summary>Goods come in as a lot; its age is watched by two clocks.</summary>
internal static class ReceiveStockCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/stock-lots", Handle)
        .WithName("receiveStock").WithSummary("Goods come in as a lot.")
        .RequireRole(Who.Reports);

    private static Results<Created<StockLotView>, ProblemHttpResult> Handle(
        string agency, ReceiveStock request, ResourceCatalogue catalogue, Receiving receiving)
    {
        var (type, unknown) = catalogue.Find(request.TypeCode);
        if (unknown is not null) return unknown.Problem();
        if (type!.Form != ResourceForm.Goods) return Refusal.Invalid("/typeCode", "unit", "Units are registered, not received.").Problem();
        if (GeoPoint.Check(request.Latitude, request.Longitude) is { } half) return half.Problem();
        var (lot, refusal) = receiving.Take(agency, type, request.Quantity, request.Source, request.Depot, request.ExpiresAt, request.Latitude, request.Longitude);
        if (refusal is not null) return refusal.Problem();
        return TypedResults.Created($"/v1/agencies/{agency}/stock-lots/{lot!.Id}", StockLotView.Of(lot));
    }
}
