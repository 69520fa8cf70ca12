using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>How many were asked.</summary>
/// <param name="Asked">Parties asked now for the first time.</param>
public sealed record AskedParties(int Asked);

internal static class AskParties
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/ask-parties", Handle)
        .WithName("askParties").WithSummary("Asks every party that was not asked yet: once.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<AskedParties>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (found.MayAsk() is { } refusal) return refusal.Problem();
        var asked = (await db.PartiesAsync(id, ct)).Count(p => p.Consent == PartyConsent.NotAsked && p.Ask(call.Now) is null);
        return TypedResults.Ok(new AskedParties(asked));
    }
}
