using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Why, and since when.</summary>
public sealed record GoOutOfService(FillReason Reason, [property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The supplier reports that the resource cannot work.</summary>
internal static class GoOutOfServiceCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/go-out-of-service", Handle)
        .WithName("goOutOfService").IsLifeSafety().WithSummary("The supplier reports that the resource cannot work.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, GoOutOfService request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.GoOutOfService, FillSide.Supplier, request.OccurredAt ?? call.Now, Reason: request.Reason), ct);
}
