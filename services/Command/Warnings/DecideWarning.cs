using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Warnings;

/// <summary>An authorised body lifts a warning in force, or finds that it ran out.</summary>
internal static class DecideWarning
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Step("lift", "The danger is over: it is lifted at once (Art. 70).", (w, _) => w.Lift(), (w, call) => new WarningLifted(w.Id, call.Now));
        Step("expire", "Someone looked: it ran out.", (w, call) => w.Expire(call.Now), (w, call) => new WarningExpired(w.Id, call.Now));

        void Step<TEvent>(string verb, string summary, Func<Warning, Call, Refusal?> decide, Func<Warning, Call, TEvent> say) where TEvent : class, IEvent =>
            routes.MapPost($"/v1/warnings/{{id:guid}}/{verb}", (Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, CallClocks answers, Call call, CancellationToken ct) =>
                    HandleAsync(id, db, package, clocks, answers, call, decide, say, ct))
                .WithName($"{verb}Warning").IsLifeSafety().WithSummary(summary).RequireRole(Roles.Commander).RequireIfMatch();
    }

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> HandleAsync<TEvent>(
        Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, CallClocks answers, Call call, Func<Warning, Call, Refusal?> decide, Func<Warning, Call, TEvent> say,
        CancellationToken ct) where TEvent : class, IEvent
    {
        if (await db.Warnings.FindAsync([id], ct) is not { } warning) return Problems.NotFound("warning", id);
        if (call.Stale(warning.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MayWarn(call.Caller.Agency, warning.Level, warning.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (decide(warning, call) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("warning.review", id, call.Now, ct);
        await answers.OverAsync(id, ct);
        db.Append(warning.Id, say(warning, call));
        return TypedResults.Ok(WarningView.Of(warning));
    }
}
