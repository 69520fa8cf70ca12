using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Why.</summary>
public sealed record RefuseReturn(FillReason Reason);

/// <summary>The requester still needs the resource, with a reason.</summary>
internal static class RefuseReturnCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/refuse-return", Handle)
        .WithName("refuseReturn").WithSummary("The requester still needs the resource, with a reason.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, RefuseReturn request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.RefuseReturn, FillSide.Requester, call.Now, Reason: request.Reason), ct);
}
