using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Custody;

internal static class ListEvidence
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}/evidence", Handle)
        .WithName("listEvidence").WithSummary("The inventory of a case, without descriptions.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<EvidenceView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is null
            ? Problems.NotFound("case", id)
            : TypedResults.Ok(await db.Evidence.AsNoTracking().Where(i => i.CaseId == id).ToPageAsync(page, i => i.Id, EvidenceView.Of, ct));
}
