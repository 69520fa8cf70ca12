using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Levels;

/// <summary>A later expected end.</summary>
public sealed record ExtendResponseLevel(DateTimeOffset ExpectedEnd);

/// <summary>Why the response can end, in words; stays in this service.</summary>
public sealed record ProposeLevelEnd([property: Text(500)] string Reason);

internal static class EndResponseLevel
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/response-levels/{id:guid}/extend", Extend).WithName("extendResponseLevel").WithSummary("Moves the expected end.").RequireRole(Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/response-levels/{id:guid}/propose-end", Propose).WithName("proposeLevelEnd").WithSummary("Proposes to end the response level, with a reason.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/response-levels/{id:guid}/end", End).WithName("endResponseLevel").WithSummary("The authorised body ends it (Art. 86).").RequireRole(Roles.Commander).RequireIfMatch();
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> Extend(Guid id, ExtendResponseLevel request, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if (level.Extend(request.ExpectedEnd, call.Now) is { } refusal) return refusal.Problem();
        await SetResponseLevel.RestartReviewAsync(level, clocks, call, ct);
        db.Append(level.IncidentId, new ResponseLevelExtended(level.IncidentId, id, level.ExpectedEnd));
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> Propose(Guid id, ProposeLevelEnd request, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if (level.ProposeEnd(request.Reason) is { } refusal) return refusal.Problem();
        db.Append(level.IncidentId, new ResponseLevelChangeProposed(level.IncidentId, id, level.State, null, call.Now));
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> End(
        Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MaySet(call.Caller.Agency, level.Level, level.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (level.End() is { } refusal) return refusal.Problem();
        await clocks.StopAsync("level.review", id, call.Now, ct);
        await clocks.CancelAsync("level.confirmation", id, ct);
        db.Append(level.IncidentId, new ResponseLevelEnded(level.IncidentId, id, call.Now));
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }
}
