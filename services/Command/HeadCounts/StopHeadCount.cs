using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.HeadCounts;

/// <summary>No further round begins, and the open one is closed.</summary>
internal static class StopHeadCount
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/head-counts/{id:guid}/stop", Handle)
        .WithName("stopHeadCount").WithSummary("Stops the head counts of an incident.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<HeadCountView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, HeadCountClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.HeadCounts.FindAsync([id], ct) is not { } running) return Problems.NotFound("head count", id);
        var (incident, no) = await IncidentAtHand.LedAsync(running.IncidentId, db, call, ct, running.Version);
        if (incident is null) return no!.Problem();
        if (running.Stop(call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StoppedAsync(running, ct);
        return TypedResults.Ok(HeadCountView.Of(running));
    }
}
