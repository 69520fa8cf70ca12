using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Staging;

/// <summary>The place is given up, once nothing waits there.</summary>
internal static class CloseStagingAreaCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/staging-areas/{id:guid}/close", Handle)
        .WithName("closeStagingArea").WithSummary("A staging area is given up, once nothing waits there.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<StagingAreaView>, ProblemHttpResult>> Handle(string agency, Guid id, StagingBook book, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, id, ct) is not { } area) return Problems.NotFound("staging area", id);
        if (call.Stale(area.Version) is { } stale) return stale.Problem();
        return area.Close(await book.WaitingAsync(id, ct), call.Now) is { } refusal ? refusal.Problem() : TypedResults.Ok(StagingAreaView.Of(area, 0));
    }
}
