using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Rosters;

/// <summary>Watches of posts, and whether they are kept.</summary>
internal static class ReadWatches
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/duty-watches", List).WithName("listWatches").WithSummary("Watches of posts, of one agency or in one state if named.").RequireRole(Readers.All);
        routes.MapGet("/v1/duty-watches/{id:guid}", Read).WithName("readWatch").WithSummary("One watch: whether it is kept, and until when.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<WatchView>>> List(string? agency, WatchState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.DutyWatches.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (agency == null || x.Agency == agency) && (state == null || x.State == state))
            .ToPageAsync(page, x => x.Id, WatchView.Of, ct));

    private static async Task<Results<Ok<WatchView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.DutyWatches.FindAsync([id], ct) is { } watch ? TypedResults.Ok(WatchView.Of(watch)) : Problems.NotFound("duty watch", id);
}
