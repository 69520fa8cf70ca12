using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>The line as it should be.</summary>
public sealed record ReviseLine([property: Range(1, 1_000_000)] int Quantity, DateTimeOffset NeedBy);

/// <summary>The requester changes a line that is Draft or Returned.</summary>
internal static class ReviseLineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/lines/{number:int}/revise", Handle)
        .WithName("reviseLine").WithSummary("The requester changes a line that is Draft or Returned.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, int number, ReviseLine request, RequestBook book, Call call, CancellationToken ct) =>
        book.DecideAsync(agency, id, r => r.Revise(number, request.Quantity, request.NeedBy, call.Now), ct);
}
