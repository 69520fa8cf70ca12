using Coordination.Contracts;
using Coordination.Mediation.Files;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Cases;

internal static class ListParties
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}/parties", Handle)
        .WithName("listParties").WithSummary("The parties and their consent; names only while you have the file open.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<PartyView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is null) return Problems.NotFound("case", id);
        var open = await db.IsOpenAsync(id, call, ct) ? box : null;
        return TypedResults.Ok(await db.Parties.AsNoTracking().Where(p => p.CaseId == id).ToPageAsync(page, p => p.Id, p => PartyView.Of(p, open), ct));
    }
}
