using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Levels;

/// <summary>The level it shall be raised or lowered to.</summary>
public sealed record ChangeResponseLevel(ResponseGrade Level);

/// <summary>Whether the authorised body agrees; if not, the old level stays in force.</summary>
public sealed record DecideLevelChange(bool Agree);

internal static class ChangeResponseLevelCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/response-levels/{id:guid}/propose-change", Propose).WithName("proposeLevelChange")
            .WithSummary("Proposes to raise or lower the level in force.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/response-levels/{id:guid}/decide-change", Decide).WithName("decideLevelChange")
            .WithSummary("The body authorised for the graver of the two levels agrees or not.").RequireRole(Roles.Commander).RequireIfMatch();
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> Propose(Guid id, ChangeResponseLevel request, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if (level.ProposeChange(request.Level) is { } refusal) return refusal.Problem();
        db.Append(level.IncidentId, new ResponseLevelChangeProposed(level.IncidentId, id, level.State, level.ProposedLevel, call.Now));
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> Decide(
        Guid id, DecideLevelChange request, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        // A level is neither raised to nor lowered from one that is not the caller's to set.
        if (level.ProposedLevel is { } to && (await db.TreeAsync(package, call, ct)).MaySet(call.Caller.Agency, to > level.Level ? to : level.Level, level.Jurisdiction) is { } unauthorised)
            return unauthorised.Problem();
        if (level.ApproveChange(call.Caller.Agency, request.Agree) is { } refusal) return refusal.Problem();
        if (request.Agree) await clocks.CancelAsync("level.confirmation", id, ct);
        await SetResponseLevel.AnnounceAsync(level, db, clocks, call, ct);
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }
}
