using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When; now where not given.</summary>
public sealed record ReleaseFill([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The requester releases the resource.</summary>
internal static class ReleaseFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/release", Handle)
        .WithName("releaseFill").WithSummary("The requester releases the resource.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReleaseFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.Release, FillSide.Requester, request.OccurredAt ?? call.Now), ct);
}
