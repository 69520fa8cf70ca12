using Coordination.Contracts;
using Coordination.Mediation.Files;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Custody;

/// <summary>What a piece of evidence is, in words.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Description">In words; null once destroyed.</param>
public sealed record EvidenceDescription(Guid Id, string? Description);

internal static class ReadDescription
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/evidence/{id:guid}/description", Handle)
        .WithName("readDescription").WithSummary("The description of a piece, while you have the file open.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<EvidenceDescription>, ProblemHttpResult>> Handle(Guid id, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.EvidenceAsync(id, call, ct) is not { } item) return Problems.NotFound("evidence", id);
        if (!await db.IsOpenAsync(item.CaseId, call, ct)) return FileOpening.Closed.Problem();
        return TypedResults.Ok(new EvidenceDescription(id, box.Words(item.Description)));
    }
}
