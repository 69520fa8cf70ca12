using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Mediators;

/// <summary>Who challenges.</summary>
/// <param name="PartyId">A party that takes part, for its side.</param>
public sealed record ChallengeMediator(Guid PartyId);

internal static class ChallengeMediatorSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/appointments/{id:guid}/challenge", Handle)
        .WithName("challengeMediator").WithSummary("A side challenges the mediator; it need not say why, and may do so once.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AppointmentView>, ProblemHttpResult>> Handle(Guid id, ChallengeMediator body, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAppointmentAsync(id, call, async (a, found) =>
            (await db.PartiesAsync(found.Id, ct)).Find(p => p.Id == body.PartyId) is not { } party
                ? Refusal.Invalid("/partyId", "party", "Must be a party of the case.")
                : a.Challenge(party, await db.Appointments.Where(o => o.CaseId == found.Id).ToListAsync(ct)), ct);
}
