using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Cases;

/// <summary>How many parties take part, and whether they allow a statement.</summary>
/// <param name="Parties">All parties.</param>
/// <param name="NotAsked">Not asked yet.</param>
/// <param name="Silent">Asked; no answer.</param>
/// <param name="Given">Take part.</param>
/// <param name="Refused">Do not, and are left alone.</param>
/// <param name="Withdrawn">No longer do.</param>
/// <param name="StatementAllowed">True when everyone who takes part agrees to a statement without names (条例701 Art. 42).</param>
public sealed record ConsentCount(int Parties, int NotAsked, int Silent, int Given, int Refused, int Withdrawn, bool StatementAllowed);

internal static class CountConsent
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}/consent", Handle)
        .WithName("countConsent").WithSummary("How many take part.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<ConsentCount>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is null) return Problems.NotFound("case", id);
        var parties = await db.Parties.AsNoTracking().Where(p => p.CaseId == id).Select(p => new { p.Consent, p.AllowsStatement }).ToListAsync(ct);
        var taking = parties.Where(p => p.Consent == PartyConsent.Given).ToList();
        return TypedResults.Ok(new ConsentCount(parties.Count, Of(PartyConsent.NotAsked), Of(PartyConsent.Asked), taking.Count, Of(PartyConsent.Refused),
            Of(PartyConsent.Withdrawn), taking.Count > 1 && taking.TrueForAll(p => p.AllowsStatement)));

        int Of(PartyConsent consent) => parties.Count(p => p.Consent == consent);
    }
}
