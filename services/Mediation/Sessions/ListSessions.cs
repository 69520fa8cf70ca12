using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Sessions;

internal static class ListSessions
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}/sessions", Handle)
        .WithName("listSessions").WithSummary("The sessions of a case, oldest first.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<SessionView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is null
            ? Problems.NotFound("case", id)
            : TypedResults.Ok(await db.Sessions.AsNoTracking().Where(s => s.CaseId == id).ToPageAsync(page, s => s.Id, SessionView.Of, ct));
}
