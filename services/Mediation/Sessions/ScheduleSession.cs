using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Sessions;

/// <summary>When they meet, and who.</summary>
/// <param name="StartsAt">Start, after now.</param>
/// <param name="EndsAt">End, at most twelve hours later.</param>
/// <param name="PartyIds">The parties that sit in it; every one of them has agreed. Everyone who takes part unless named.</param>
/// <param name="Kind">Both sides, or one alone.</param>
/// <param name="Bodies">Bodies that sit in by the parties' wish.</param>
public sealed record ScheduleSession(
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, [property: Items(1, 1000)] IReadOnlyList<Guid>? PartyIds = null, SessionKind Kind = SessionKind.Joint,
    [property: Items(0, 4)] IReadOnlyList<SittingBody>? Bodies = null);

internal static class ScheduleSessionSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/sessions", Handle)
        .WithName("scheduleSession").WithSummary("Fixes a session with parties that agreed.").RequireRole(Roles.Mediator);

    private static async Task<Results<Created<SessionView>, ProblemHttpResult>> Handle(Guid id, ScheduleSession body, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        var (session, refusal) = Session.Schedule(found, body, await db.PartiesAsync(id, ct), call.Now);
        if (session is null) return refusal!.Problem();
        db.Add(session);
        return TypedResults.Created($"/v1/sessions/{session.Id}", SessionView.Of(session));
    }
}
