using Coordination.Command.HeadCounts;
using Coordination.Command.Periods;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Incidents;

/// <summary>The steps of an incident that differ in nothing but the state they lead to: each a decision, each with its event.</summary>
internal static class MoveIncident
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Step("confirm", "It is real. Starts the clocks of public information.", (i, at) => i.Confirm(at),
            (i, at) => new IncidentConfirmed(i.Id, i.Category, i.Kind, i.EventCode, i.Jurisdiction, i.Grade, at));
        Step("stabilise", "It is under control.", (i, _) => i.Stabilise(), (i, at) => new IncidentStabilised(i.Id, at));
        Step("end-response", "The response is over; the review opens by itself.", (i, at) => i.EndResponse(at),
            (i, at) => new ResponseEnded(i.Id, i.Category, i.Jurisdiction, at));
        Step("begin-review", "The review begins.", (i, _) => i.BeginReview(), (i, at) => new IncidentUnderReview(i.Id, at));
        Step("reopen", "It is opened again.", (i, _) => i.Reopen(), (i, at) => new IncidentReopened(i.Id, at));
        Step("unfounded", "It was not real.", (i, _) => i.FindUnfounded(), (i, at) => new IncidentUnfounded(i.Id, at));

        void Step<TEvent>(string verb, string summary, Func<Incident, DateTimeOffset, Refusal?> decide, Func<Incident, DateTimeOffset, TEvent> say) where TEvent : class, IEvent =>
            routes.MapPost($"/v1/incidents/{{id:guid}}/{verb}", (Guid id, CommandDb db, PeriodClocks periods, HeadCountClocks counts, Call call, CancellationToken ct) => DecideAsync(id, db, periods, counts, call, decide, say, ct))
                .WithName($"incident{string.Concat(verb.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]))}").WithSummary(summary)
                .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> DecideAsync<TEvent>(
        Guid id, CommandDb db, PeriodClocks periods, HeadCountClocks counts, Call call, Func<Incident, DateTimeOffset, Refusal?> decide, Func<Incident, DateTimeOffset, TEvent> say,
        CancellationToken ct) where TEvent : class, IEvent
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(incident.Version) is { } stale) return stale.Problem();
        if (decide(incident, call.Now) is { } refusal) return refusal.Problem();
        db.Append(incident.Id, say(incident, call.Now));
        await periods.FollowAsync(incident, ct);
        await counts.FollowAsync(incident, ct);
        return TypedResults.Ok(IncidentView.Of(incident));
    }
}
