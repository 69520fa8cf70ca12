using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When; now where not given.</summary>
public sealed record AssignFill([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The requester puts the resource to work.</summary>
internal static class AssignFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/assign", Handle)
        .WithName("assignFill").WithSummary("The requester puts the resource to work.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, AssignFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.Assign, FillSide.Requester, request.OccurredAt ?? call.Now), ct);
}
