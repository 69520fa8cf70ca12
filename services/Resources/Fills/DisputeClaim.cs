using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Why.</summary>
public sealed record DisputeClaim(FillReason Reason);

/// <summary>The requester disputes the claimed cost.</summary>
internal static class DisputeClaimCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/dispute", Handle)
        .WithName("disputeClaim").WithSummary("The requester disputes the claimed cost.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, DisputeClaim request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.Dispute, FillSide.Requester, call.Now, Reason: request.Reason), ct);
}
