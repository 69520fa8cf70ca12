using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When; now where not given.</summary>
public sealed record DemobilizeFill([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The resource left for home.</summary>
internal static class DemobilizeFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/demobilize", Handle)
        .WithName("demobilizeFill").IsLifeSafety().WithSummary("The resource left for home.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, DemobilizeFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.Demobilize, FillSide.Supplier, request.OccurredAt ?? call.Now), ct);
}
