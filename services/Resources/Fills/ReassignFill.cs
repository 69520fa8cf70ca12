using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When; now where not given.</summary>
public sealed record ReassignFill([property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The requester gives the resource another assignment, same fill.</summary>
internal static class ReassignFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/reassign", Handle)
        .WithName("reassignFill").WithSummary("The requester gives the resource another assignment, same fill.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReassignFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.Reassign, FillSide.Requester, request.OccurredAt ?? call.Now), ct);
}
