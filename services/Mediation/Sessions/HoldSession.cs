using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Mediation.Mediators;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Sessions;

internal static class HoldSession
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/sessions/{id:guid}/hold", Handle)
        .WithName("holdSession").WithSummary("They sit down. Refused unless every party in it still agrees and a mediator is accepted.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.SessionAsync(id, call, ct) is not { } session || await db.CaseAsync(session.CaseId, call, ct) is not { } found) return Problems.NotFound("session", id);
        if (call.Stale(session.Version) is { } stale) return stale.Problem();
        var parties = await db.PartiesAsync(found.Id, ct);
        var hasMediator = await db.Appointments.AnyAsync(a => a.CaseId == found.Id && a.State == AppointmentState.Accepted, ct);
        return (session.Hold(parties, hasMediator, call.Now) ?? found.Sit(parties)) is { } refusal ? refusal.Problem() : TypedResults.Ok(SessionView.Of(session));
    }
}
