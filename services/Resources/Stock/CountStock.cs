using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Stock;

/// <summary>How many free ones the count found.</summary>
public sealed record CountStock([property: Range(0, 100_000_000)] int Free);

/// <summary>A count: the difference to the book is posted.</summary>
internal static class CountStockCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/stock-lots/{id:guid}/count", Handle)
        .WithName("countStock").WithSummary("A count: the difference to the book is posted.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<StockLotView>, ProblemHttpResult>> Handle(
        string agency, Guid id, CountStock request, ResourcesDb db, Receiving receiving, Call call, CancellationToken ct)
    {
        if (await db.Lots.FindAsync([id], ct) is not { } lot || lot.Agency != agency) return Problems.NotFound("lot", id);
        if (call.Stale(lot.Version) is { } stale) return stale.Problem();
        if (receiving.Count(lot, request.Free) is { } refusal) return refusal.Problem();
        return TypedResults.Ok(StockLotView.Of(lot));
    }
}
