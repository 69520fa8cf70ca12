using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>How many parties were referred; counts only.</summary>
/// <param name="LegalAid">To legal aid.</param>
/// <param name="Hardship">For hardship relief.</param>
public sealed record ReferParties([property: Range(0, 1000)] int LegalAid, [property: Range(0, 1000)] int Hardship);

internal static class ReferPartiesSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/refer", Handle)
        .WithName("referParties").WithSummary("Counts referrals to legal aid and for hardship relief.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, ReferParties body, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.Refer(body.LegalAid, body.Hardship), null, ct);
}
