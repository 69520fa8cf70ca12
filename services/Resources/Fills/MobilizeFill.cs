using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When; now where not given.</summary>
public sealed record MobilizeFill([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The supplier issues the mission order.</summary>
internal static class MobilizeFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/mobilize", Handle)
        .WithName("mobilizeFill").IsLifeSafety().WithSummary("The supplier issues the mission order.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, MobilizeFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.Mobilize, FillSide.Supplier, request.OccurredAt ?? call.Now), ct);
}
