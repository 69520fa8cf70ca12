using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Staging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When it arrived, now where not given; and at which staging area, at the incident itself where none is named.</summary>
public sealed record CheckInFill([property: NotInFuture] DateTimeOffset? OccurredAt = null, Guid? StagingAreaId = null);

/// <summary>The requester checks the resource in on arrival (ICS-211).</summary>
internal static class CheckInFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/check-in", Handle)
        .WithName("checkInFill").IsLifeSafety().WithSummary("The requester checks the resource in on arrival (ICS-211).")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static async Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, CheckInFill request, FillBook book, StagingBook staging, Call call, CancellationToken ct)
    {
        if (request.StagingAreaId is { } area && await book.FindAsync(agency, FillSide.Requester, id, ct) is { } fill && await staging.AdmitsAsync(fill, area, ct) is { } refusal) return refusal.Problem();
        return await book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.CheckIn, FillSide.Requester, request.OccurredAt ?? call.Now, StagingAreaId: request.StagingAreaId), ct);
    }
}
