using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class DeclineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/decline", Handle)
        .WithName("declineCase").WithSummary("Not taken on; the parties are owed a rights notice.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Leaving leaving, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.Decline(), c => leaving.LeaveAsync(c, ct), ct);
}
