using Coordination.Contracts;
using Coordination.Mediation.Sessions;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class WithdrawConsent
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/parties/{id:guid}/withdraw", Handle)
        .WithName("withdrawConsent").WithSummary("A party takes its consent back, at any moment; a session it sits in ends at once.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<PartyView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Leaving leaving, Call call, CancellationToken ct)
    {
        if (await db.Parties.FindAsync([id], ct) is not { } party || await db.CaseAsync(party.CaseId, call, ct) is not { } found) return Problems.NotFound("party", id);
        if (party.Withdraw(call.Now) is { } refusal) return refusal.Problem();
        var parties = await db.PartiesAsync(found.Id, ct);
        foreach (var session in await db.SessionsAsync(found.Id, ct)) session.Leave(party.Id, parties, call.Now);
        var sideIsEmpty = !parties.Exists(p => p.Side == party.Side && p.Consent == PartyConsent.Given);
        if (sideIsEmpty && found.Withdraw() is null) await leaving.LeaveAsync(found, ct);
        return TypedResults.Ok(PartyView.Of(party));
    }
}
