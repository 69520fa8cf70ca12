using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Mediation.Sessions;

/// <summary>When they meet.</summary>
public sealed record ScheduleSession(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>The minutes, in words; sealed.</summary>
public sealed record MinuteSession([property: Text(10000)] string Minutes);

/// <summary>From the date of a session to its signed minutes.</summary>
internal static class HoldSession
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/mediation-cases/{id:guid}/sessions", Schedule).WithName("scheduleSession").WithSummary("Fixes a session with those who agreed.").RequireRole(Roles.Mediator);
        Step("hold", "They sit together. Refused while a side has nobody who agreed.", (s, c, parties) => c.Sit(parties) ?? s.Hold());
        Step("adjourn", "Put off.", (s, _, _) => s.Adjourn());
        Step("no-show", "Someone did not come; no penalty exists.", (s, _, _) => s.NoteAbsence());
        Step("sign", "The parties signed the minutes.", (s, _, _) => s.Sign());
        routes.MapPost("/v1/sessions/{id:guid}/minute", (Guid id, MinuteSession request, MediationDb db, ISecretBox box, Call call, CancellationToken ct) =>
                MoveAsync(id, db, call, (s, _, _) => s.Minute(box.Seal(request.Minutes)), ct))
            .WithName("minuteSession").WithSummary("Writes the minutes.").RequireRole(Roles.Mediator).RequireIfMatch();
        routes.MapGet("/v1/sessions/{id:guid}", Read).WithName("readSession").WithSummary("One session, without its minutes.").RequireRole(Roles.Mediator);

        void Step(string verb, string summary, Func<Session, Case, List<Party>, Refusal?> decide) =>
            routes.MapPost($"/v1/sessions/{{id:guid}}/{verb}", (Guid id, MediationDb db, Call call, CancellationToken ct) => MoveAsync(id, db, call, decide, ct))
                .WithName($"{verb.Replace("-s", "S")}Session").WithSummary(summary).RequireRole(Roles.Mediator).RequireIfMatch();
    }

    private static async Task<Results<Created<SessionView>, ProblemHttpResult>> Schedule(Guid id, ScheduleSession request, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        var (session, refusal) = Session.Schedule(found, request, call.Now);
        if (session is null) return refusal!.Problem();
        db.Add(session);
        return TypedResults.Created($"/v1/sessions/{session.Id}", SessionView.Of(session));
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> MoveAsync(
        Guid id, MediationDb db, Call call, Func<Session, Case, List<Party>, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Sessions.FindAsync([id], ct) is not { } session || await db.CaseAsync(session.CaseId, call, ct) is not { } found) return Problems.NotFound("session", id);
        if (call.Stale(session.Version) is { } stale) return stale.Problem();
        return decide(session, found, await db.PartiesAsync(found.Id, ct)) is { } refusal ? refusal.Problem() : TypedResults.Ok(SessionView.Of(session));
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Read(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        await db.Sessions.FindAsync([id], ct) is { } session && await db.CaseAsync(session.CaseId, call, ct) is not null
            ? TypedResults.Ok(SessionView.Of(session))
            : Problems.NotFound("session", id);
}

/// <summary>A session.</summary>
public sealed record SessionView(Guid Id, int Version, Guid CaseId, SessionState State, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset? EndedByWithdrawalAt) : IVersioned
{
    internal static SessionView Of(Session s) => new(s.Id, s.Version, s.CaseId, s.State, s.StartsAt, s.EndsAt, s.EndedByWithdrawalAt);
}
