using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Agreements;

internal static class ListAgreements
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}/agreements", Handle)
        .WithName("listAgreements").WithSummary("The agreements and drafts of a case.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<AgreementView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is null
            ? Problems.NotFound("case", id)
            : TypedResults.Ok(await db.Agreements.AsNoTracking().Where(a => a.CaseId == id).ToPageAsync(page, a => a.Id, AgreementView.Of, ct));
}
