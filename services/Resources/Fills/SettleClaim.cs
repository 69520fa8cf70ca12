using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>The requester settles the cost.</summary>
internal static class SettleClaimCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/settle", Handle)
        .WithName("settleClaim").WithSummary("The requester settles the cost.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(string agency, Guid id, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.Settle, FillSide.Requester, call.Now), ct);
}
