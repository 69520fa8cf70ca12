using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Why.</summary>
public sealed record CancelFill(FillReason Reason);

/// <summary>The requester calls its order back; after departure this is a release.</summary>
internal static class CancelFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/cancel", Handle)
        .WithName("cancelFill").WithSummary("The requester calls its order back; after departure this is a release.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, CancelFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.Cancel, FillSide.Requester, call.Now, Reason: request.Reason), ct);
}
