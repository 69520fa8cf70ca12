using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Sessions;

internal static class AdjournSession
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/sessions/{id:guid}/adjourn", Handle)
        .WithName("adjournSession").WithSummary("Put off; a new session is fixed when they want one.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideSessionAsync(id, call, s => s.Adjourn(), ct);
}
