using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Stock;

/// <summary>An expired lot is disposed of.</summary>
internal static class DisposeStockCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/stock-lots/{id:guid}/dispose", Handle)
        .WithName("disposeStock").WithSummary("An expired lot is disposed of.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static async Task<Results<Ok<StockLotView>, ProblemHttpResult>> Handle(string agency, Guid id, ResourcesDb db, Call call, CancellationToken ct)
    {
        if (await db.Lots.FindAsync([id], ct) is not { } lot || lot.Agency != agency) return Problems.NotFound("lot", id);
        if (call.Stale(lot.Version) is { } stale) return stale.Problem();
        var rest = lot.Free;
        if (lot.Dispose() is { } refusal) return refusal.Problem();
        if (rest > 0) db.AddRange(StockPosting.Pair(lot, StockMovement.Disposed, rest, null, call.Now));
        db.Append(lot.Id, new StockMoved(lot.Id, agency, lot.TypeCode, StockMovement.Disposed, lot.Band, lot.State, lot.Source, null, call.Now));
        return TypedResults.Ok(StockLotView.Of(lot));
    }
}
