using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Since when; now where not given.</summary>
public sealed record ComeBackInService([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The supplier reports that the resource can work again.</summary>
internal static class ComeBackInServiceCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/come-back-in-service", Handle)
        .WithName("comeBackInService").IsLifeSafety().WithSummary("The supplier reports that the resource can work again.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ComeBackInService request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.ComeBackInService, FillSide.Supplier, request.OccurredAt ?? call.Now), ct);
}
