using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>Nobody can fill the line.</summary>
internal static class GiveUpLineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/give-up", Handle)
        .WithName("giveUpLine").WithSummary("Nobody can fill the line.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, RequestBook book, CancellationToken ct) =>
        book.DecideAsync(agency, id, r => r.GiveUp(number), ct);
}
