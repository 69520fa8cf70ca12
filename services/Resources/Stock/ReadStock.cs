using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Stock;

/// <summary>The agency's stock, and the ledger of each lot.</summary>
internal static class ReadStockCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/stock-lots", List).WithName("listStockLots").WithSummary("The agency's stock, of all types or one.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/stock-lots/{id:guid}", Read).WithName("readStockLot").WithSummary("One lot.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/stock-lots/{id:guid}/ledger", Ledger).WithName("readStockLedger").WithSummary("The ledger of a lot.").RequireRole(Who.Reads);
    }

    private static async Task<Ok<Page<StockLotView>>> List(string agency, string? typeCode, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Lots.AsNoTracking()
            .Where(l => l.Agency == agency && l.ExerciseId == call.Exercise && (typeCode == null || l.TypeCode == typeCode))
            .ToPageAsync(page, l => l.Id, StockLotView.Of, ct));

    private static async Task<Results<Ok<StockLotView>, ProblemHttpResult>> Read(string agency, Guid id, ResourcesDb db, CancellationToken ct) =>
        await db.Lots.FindAsync([id], ct) is { } lot && lot.Agency == agency ? TypedResults.Ok(StockLotView.Of(lot)) : Problems.NotFound("lot", id);

    private static async Task<Results<Ok<Page<StockPostingView>>, ProblemHttpResult>> Ledger(
        string agency, Guid id, Paging page, ResourcesDb db, CancellationToken ct) =>
        await db.Lots.FindAsync([id], ct) is { } lot && lot.Agency == agency
            ? TypedResults.Ok(await db.Postings.AsNoTracking().Where(p => p.LotId == id).ToPageAsync(page, p => p.Id,
                p => new StockPostingView(p.Id, p.MovementId, p.Movement, p.Account, p.Quantity, p.FillId, p.OccurredAt), ct))
            : Problems.NotFound("lot", id);
}
