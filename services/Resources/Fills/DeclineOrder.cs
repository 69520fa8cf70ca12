using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Why.</summary>
public sealed record DeclineOrder(FillReason Reason);

/// <summary>The supplier refuses a counter or an order.</summary>
internal static class DeclineOrderCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/decline", Handle)
        .WithName("declineOrderedFill").WithSummary("The supplier refuses a counter or an order.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, DeclineOrder request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.Decline, FillSide.Supplier, call.Now, Reason: request.Reason), ct);
}
