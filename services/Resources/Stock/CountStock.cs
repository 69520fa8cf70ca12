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
        string agency, Guid id, CountStock request, ResourcesDb db, Call call, CancellationToken ct)
    {
        if (await db.Lots.FindAsync([id], ct) is not { } lot || lot.Agency != agency) return Problems.NotFound("lot", id);
        if (call.Stale(lot.Version) is { } stale) return stale.Problem();
        var (difference, refusal) = lot.Count(request.Free);
        if (refusal is not null) return refusal.Problem();
        if (difference != 0) db.AddRange(StockPosting.Pair(lot, StockMovement.Counted, difference, null, call.Now));
        db.Append(lot.Id, new StockMoved(lot.Id, agency, lot.TypeCode, StockMovement.Counted, lot.Band, lot.State, lot.Source, null, call.Now));
        return TypedResults.Ok(StockLotView.Of(lot));
    }
}
