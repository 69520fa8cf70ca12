using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Cases;

internal static class ListCases
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases", Handle)
        .WithName("listMediationCases").WithSummary("The committee's own cases, oldest first.").RequireRole(Roles.Mediator);

    private static async Task<Ok<Page<CaseView>>> Handle(Paging page, MediationDb db, Call call, CancellationToken ct)
    {
        var (agency, exercise) = (call.Caller.Agency, call.Exercise);
        return TypedResults.Ok(await db.Cases.AsNoTracking().Where(c => c.Agency == agency && c.ExerciseId == exercise).ToPageAsync(page, c => c.Id, CaseView.Of, ct));
    }
}
