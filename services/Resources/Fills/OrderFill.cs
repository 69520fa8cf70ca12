using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>How many to order, at most what is offered; all where not given. A priced offer names the committed money that pays for it.</summary>
public sealed record OrderFill([property: Range(1, 1_000_000)] int? Quantity = null, Guid? FundId = null);

/// <summary>The requester orders with authority for the cost (REQ-A III); never more than the line needs unless someone signed for it.</summary>
internal static class OrderFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/order", Handle)
        .WithName("orderFill").IsLifeSafety().WithSummary("The requester orders what it chose.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static async Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, OrderFill request, FillBook book, ResourcesDb db, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, FillSide.Requester, id, ct) is not { } fill) return Problems.NotFound("fill", id);
        if (fill.PriceMinor > 0 && await UnfundedAsync(db, agency, fill, request.FundId, ct) is { } unfunded) return unfunded.Problem();
        return await book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.Order, FillSide.Requester, call.Now, request.Quantity), ct);
    }

    /// <summary>Null when the money is committed, this agency's, in the currency of the price and enough for it.</summary>
    internal static async Task<Refusal?> UnfundedAsync(ResourcesDb db, string agency, Fill fill, Guid? id, CancellationToken ct)
    {
        if (id is null) return Refusal.Invalid("/fundId", "funding-required", "The offer has a price: name the money that pays for it.");
        return await db.Funds.FindAsync([id.Value], ct) is { } fund && fund.Agency == agency && fund.State == FundState.Committed
            && fund.Currency == fill.Currency && fund.AmountMinor >= fill.PriceMinor
            ? null
            : Refusal.Invalid("/fundId", "not-funded", "It must be committed money of this agency, in the currency of the price and enough for it.");
    }
}
