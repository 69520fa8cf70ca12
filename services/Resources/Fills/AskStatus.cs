using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>The requester asks how the resource stands; the supplier answers with a report.</summary>
internal static class AskStatusCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/ask-status", Handle)
        .WithName("askStatus").WithSummary("The requester asks how the resource stands; the supplier answers with a report.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(string agency, Guid id, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.AskStatus, FillSide.Requester, call.Now), ct);
}
