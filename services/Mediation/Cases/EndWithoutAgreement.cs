using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class EndWithoutAgreement
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/no-agreement", Handle)
        .WithName("endWithoutAgreement").WithSummary("It ends without agreement; the parties are owed a rights notice.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Leaving leaving, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.EndWithoutAgreement(), c => leaving.LeaveAsync(c, ct), ct);
}
