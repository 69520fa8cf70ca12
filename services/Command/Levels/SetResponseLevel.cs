using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Levels;

/// <summary>An authorised body approves a proposed level and puts it in force; in an emergency the duty lead sets level IV in force alone.</summary>
internal static class SetResponseLevel
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/response-levels/{id:guid}/approve", Approve).WithName("approveResponseLevel")
            .WithSummary("An authorised body approves the proposed level.").RequireRole(Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/response-levels/{id:guid}/put-in-force", PutInForce).WithName("putResponseLevelInForce")
            .WithSummary("Puts the approved level in force; its expected end is a duty to look again.").RequireRole(Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/response-levels/{id:guid}/self-activate", SelfActivate).WithName("selfActivateResponseLevel").IsLifeSafety()
            .WithSummary("The duty lead sets level IV in force alone; confirmation is owed.").RequireRole(Roles.DutyOfficer).RequireIfMatch();
        routes.MapPost("/v1/response-levels/{id:guid}/confirm", Confirm).WithName("confirmResponseLevel")
            .WithSummary("An authorised body confirms what the duty lead did.").RequireRole(Roles.Commander).RequireIfMatch();
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> Approve(Guid id, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MaySet(call.Caller.Agency, level.Level, level.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (level.Approve(call.Caller.Agency) is { } refusal) return refusal.Problem();
        db.Append(level.IncidentId, new ResponseLevelApproved(level.IncidentId, id, level.Level, call.Caller.Agency, call.Now));
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> PutInForce(
        Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MaySet(call.Caller.Agency, level.Level, level.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (level.PutInForce() is { } refusal) return refusal.Problem();
        await AnnounceAsync(level, db, clocks, call, ct);
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> SelfActivate(
        Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MayActAlone(call.Caller.Agency, level.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (level.SelfActivate(call.Caller.Agency) is { } refusal) return refusal.Problem();
        await AnnounceAsync(level, db, clocks, call, ct);
        clocks.Start("level.confirmation", id, level.IncidentId, call.Now, new ClockScope(level.Jurisdiction));
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }

    private static async Task<Results<Ok<ResponseLevelView>, ProblemHttpResult>> Confirm(
        Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is not { } level) return Problems.NotFound("response level", id);
        if (call.Stale(level.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MaySet(call.Caller.Agency, level.Level, level.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (level.Confirm(call.Caller.Agency) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("level.confirmation", id, call.Now, ct);
        db.Append(level.IncidentId, new ResponseLevelConfirmed(level.IncidentId, id, call.Caller.Agency, call.Now));
        return TypedResults.Ok(ResponseLevelView.Of(level));
    }

    /// <summary>In force at a level: the event, and the clock of its expected end (extend, lower or end it by then).</summary>
    internal static async Task AnnounceAsync(ResponseLevel level, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        db.Append(level.IncidentId, new ResponseLevelInForce(
            level.IncidentId, level.Id, level.Level, level.Jurisdiction, level.ApprovedBy!, level.SelfActivated, level.ExpectedEnd, call.Now));
        await RestartReviewAsync(level, clocks, call, ct);
    }

    internal static async Task RestartReviewAsync(ResponseLevel level, Clocks clocks, Call call, CancellationToken ct)
    {
        await clocks.StopAsync("level.review", level.Id, call.Now, ct);
        await clocks.StartNextAsync("level.review", level.Id, level.IncidentId, call.Now, null, ct, level.ExpectedEnd);
    }
}

/// <summary>Nobody confirmed a self-activated level in time: it shows.</summary>
internal sealed class OnConfirmationOverdue(CommandDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct) => (await db.ResponseLevels.FindAsync([clock.EntityId], ct))?.MissConfirmation();
}
