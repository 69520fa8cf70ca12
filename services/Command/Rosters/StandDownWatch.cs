using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Rosters;

/// <summary>A post that was manned for a time needs no watch any more. A roster that is planned for it later brings it back.</summary>
internal static class StandDownWatch
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/duty-watches/{id:guid}/stand-down", Handle)
        .WithName("standDownWatch").WithSummary("A post needs no watch any more: that nobody follows is no alarm.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<WatchView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, Call call, WatchCover cover, CancellationToken ct)
    {
        if (await db.DutyWatches.FindAsync([id], ct) is not { } watch) return Problems.NotFound("duty watch", id);
        if (call.Stale(watch.Version) is { } stale) return stale.Problem();
        if (watch.StandDown(call.Caller.Agency) is { } refusal) return refusal.Problem();
        await cover.StoodDownAsync(watch, ct);
        db.Append(watch.Id, watch.Changed(call.Now));
        return TypedResults.Ok(WatchView.Of(watch));
    }
}
