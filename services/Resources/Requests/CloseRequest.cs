using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>The requester closes a request once everything is home or ended.</summary>
internal static class CloseRequestCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/close", Handle)
        .WithName("closeRequest").WithSummary("The requester closes a request once everything is home or ended.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(string agency, Guid id, RequestBook book, CancellationToken ct) =>
        book.DecideAsync(agency, id, r => r.Close(), ct);
}
