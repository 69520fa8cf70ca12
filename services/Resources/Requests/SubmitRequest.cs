using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requests;

/// <summary>The requester puts its lines to review; the review clock and each line's need-by clock start.</summary>
internal static class SubmitRequestCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requests/{id:guid}/submit", Handle)
        .WithName("submitRequest").WithSummary("The requester puts its lines to review.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequestView>, ProblemHttpResult>> Handle(
        string agency, Guid id, RequestBook book, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, id, ct) is not { } request) return Problems.NotFound("request", id);
        if (call.Stale(request.Version) is { } stale) return stale.Problem();
        if (await book.SubmitAsync(request, ct) is { } refusal) return refusal.Problem();
        await book.ChangedAsync(request, call.Now, ct);
        return TypedResults.Ok(RequestView.Of(request));
    }
}
