using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class WithdrawCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/withdraw", Handle)
        .WithName("withdrawCase").WithSummary("The applicants take it back; nobody is asked why.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Leaving leaving, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.Withdraw(), c => leaving.LeaveAsync(c, ct), ct);
}
