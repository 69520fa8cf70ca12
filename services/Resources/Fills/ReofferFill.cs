using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>The new terms. The lease is made anew.</summary>
public sealed record ReofferFill(
    [property: Range(1, 1_000_000)] int Quantity, [property: Range(0, 1_000_000_000_000)] long? PriceMinor = null, [property: Text(3, 3)] string? Currency = null,
    DateTimeOffset? ValidUntil = null);

/// <summary>The supplier answers a counter with another offer.</summary>
internal static class ReofferFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/reoffer", Handle)
        .WithName("reofferFill").WithSummary("The supplier answers a counter with another offer.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReofferFill request, FillBook book, Offering offering, Call call, CancellationToken ct)
    {
        if (Money.Check(request.PriceMinor, request.Currency) is { } wrong) return wrong.Problem();
        if (await book.FindAsync(agency, FillSide.Supplier, id, ct) is not { } fill) return Problems.NotFound("fill", id);
        if (call.Stale(fill.Version) is { } stale) return stale.Problem();
        if (FillRules.Refuse(FillStep.Reoffer, fill.State) is { } early) return early.Problem();
        if (request.ValidUntil <= call.Now) return Refusal.Invalid("/validUntil", "in-past", "An offer must be valid beyond now.").Problem();
        if (await offering.LeaseAgainAsync(fill, request.Quantity, ct) is { } refused) return refused.Problem();
        var until = await offering.HoldAgainAsync(fill, request.ValidUntil, ct);
        var move = new FillMove(FillStep.Reoffer, FillSide.Supplier, call.Now, request.Quantity, Until: until, AmountMinor: request.PriceMinor, Currency: request.Currency);
        return await book.TakeAsync(fill, move, ct) is { } refusal ? refusal.Problem() : TypedResults.Ok(FillView.Of(fill));
    }
}
