using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

/// <summary>Who signs.</summary>
/// <param name="PartyIds">Parties that take part.</param>
public sealed record SignAgreement([property: Items(1, 1000)] IReadOnlyList<Guid> PartyIds);

internal static class SignAgreementSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/sign", Handle)
        .WithName("signAgreement").WithSummary("Parties sign, or say yes on record; once all who take part have, it can take effect.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, SignAgreement body, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, found) => a.Sign(body.PartyIds, await db.PartiesAsync(found.Id, ct)), ct);
}
