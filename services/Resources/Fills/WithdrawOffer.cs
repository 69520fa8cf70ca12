using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Why.</summary>
public sealed record WithdrawOffer(FillReason Reason);

/// <summary>The supplier calls its offer or commitment back, before departure.</summary>
internal static class WithdrawOfferCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/withdraw", Handle)
        .WithName("withdrawOffer").WithSummary("The supplier calls its offer or commitment back, before departure.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, WithdrawOffer request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.Withdraw, FillSide.Supplier, call.Now, Reason: request.Reason), ct);
}
