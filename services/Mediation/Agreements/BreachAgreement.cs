using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class BreachAgreement
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/breach", Handle)
        .WithName("breachAgreement").WithSummary("A party reports that it is not performed in another way than by a missed part.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Leaving leaving, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, found) => a.Breach() ?? found.Breach() ?? await leaving.LeaveAsync(found, ct), ct);
}
