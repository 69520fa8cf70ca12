using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Custody;

internal static class ReadEvidence
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/evidence/{id:guid}", Handle)
        .WithName("readEvidence").WithSummary("One piece, without its description.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<EvidenceView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        await db.EvidenceAsync(id, call, ct) is { } item ? TypedResults.Ok(EvidenceView.Of(item)) : Problems.NotFound("evidence", id);
}
