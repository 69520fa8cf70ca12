using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When it arrived; now where not given.</summary>
public sealed record CheckInFill([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The requester checks the resource in on arrival (ICS-211).</summary>
internal static class CheckInFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/check-in", Handle)
        .WithName("checkInFill").IsLifeSafety().WithSummary("The requester checks the resource in on arrival (ICS-211).")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, CheckInFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.CheckIn, FillSide.Requester, request.OccurredAt ?? call.Now), ct);
}
