using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class ReadCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}", Handle)
        .WithName("readMediationCase").WithSummary("One case of the committee, without its words.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is { } found ? TypedResults.Ok(CaseView.Of(found)) : Problems.NotFound("case", id);
}
