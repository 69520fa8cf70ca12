using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>The reviewer sends a line back for changes.</summary>
internal static class ReturnLineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/return", Handle)
        .WithName("returnLine").WithSummary("The reviewer sends a line back for changes.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, RequestBook book, CancellationToken ct) =>
        book.DecideAsync(agency, id, r => r.Return(number), ct);
}
