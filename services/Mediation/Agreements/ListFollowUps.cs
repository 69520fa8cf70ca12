using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Agreements;

internal static class ListFollowUps
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}/follow-ups", Handle)
        .WithName("listFollowUps").WithSummary("When the committee asks how it goes, and what it found.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<FollowUpView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is null
            ? Problems.NotFound("case", id)
            : TypedResults.Ok(await db.FollowUps.AsNoTracking().Where(f => f.CaseId == id).ToPageAsync(page, f => f.Id, FollowUpView.Of, ct));
}
