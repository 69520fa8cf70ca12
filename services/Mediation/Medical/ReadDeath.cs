using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Medical;

internal static class ReadDeath
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/deaths/{id:guid}", Handle)
        .WithName("readDeath").WithSummary("The kin's choice and the times.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<DeathView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        await db.Deaths.FindAsync([id], ct) is { } death && await db.CaseAsync(death.CaseId, call, ct) is not null
            ? TypedResults.Ok(DeathView.Of(death))
            : Problems.NotFound("death", id);
}
