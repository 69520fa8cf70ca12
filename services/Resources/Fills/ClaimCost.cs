using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>The cost, in minor units of an ISO 4217 currency.</summary>
public sealed record ClaimCost([property: Range(1, 1_000_000_000_000)] long AmountMinor, [property: Text(3, 3)] string Currency);

/// <summary>The supplier claims its cost.</summary>
internal static class ClaimCostCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/claim", Handle)
        .WithName("claimCost").WithSummary("The supplier claims its cost.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ClaimCost request, FillBook book, Call call, CancellationToken ct) =>
        Money.Check(request.AmountMinor, request.Currency, "/amountMinor") is { } wrong
            ? wrong.Problem()
            : await book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.Claim, FillSide.Supplier, call.Now,
                AmountMinor: request.AmountMinor, Currency: request.Currency), ct);
}
