using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Levels;

/// <summary>Why the authorised body does not agree, in words; stays in this service.</summary>
public sealed record RefuseResponseLevel([property: Text(500)] string Reason);

/// <summary>The body that could agree says no, with a reason: to a level that is proposed, or to the end of one that is in force.</summary>
internal static class RejectResponseLevel
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/response-levels/{id:guid}/reject", Reject).WithName("rejectResponseLevel")
            .WithSummary("An authorised body does not agree to the proposed level, with a reason.").RequireRole(Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/response-levels/{id:guid}/refuse-end", RefuseEnd).WithName("refuseLevelEnd")
            .WithSummary("The authorised body does not agree to the end, with a reason: the level stays in force.").RequireRole(Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> Reject(
        Guid id, RefuseResponseLevel body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) => DecideAsync(
        id, db, package, call, level => level.Reject(call.Caller.Agency, body.Reason),
        level => new ResponseLevelRejected(level.IncidentId, id, level.Level, call.Caller.Agency, call.Now), ct);

    private static Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> RefuseEnd(
        Guid id, RefuseResponseLevel body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) => DecideAsync(
        id, db, package, call, level => level.RefuseEnd(call.Caller.Agency, body.Reason),
        level => new ResponseLevelEndRefused(level.IncidentId, id, level.Level, call.Caller.Agency, call.Now), ct);

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> DecideAsync<TEvent>(
        Guid id, CommandDb db, JurisdictionPackage package, Call call, Func<ResponseLevel, Refusal?> decide, Func<ResponseLevel, TEvent> say, CancellationToken ct)
        where TEvent : class, IEvent
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MaySet(call.Caller.Agency, level.Level, level.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (decide(level) is { } refusal) return refusal.Problem();
        db.Append(level.IncidentId, say(level));
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }
}
