using Coordination.Contracts;
using Coordination.Mediation.Files;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>What a case is about.</summary>
/// <param name="Id">The case.</param>
/// <param name="Summary">In the applicants' words; null once destroyed.</param>
public sealed record CaseSummary(Guid Id, string? Summary);

internal static class ReadCaseSummary
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-cases/{id:guid}/summary", Handle)
        .WithName("readCaseSummary").WithSummary("What the case is about, while you have its file open.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<CaseSummary>, ProblemHttpResult>> Handle(Guid id, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (!await db.IsOpenAsync(id, call, ct)) return FileOpening.Closed.Problem();
        return TypedResults.Ok(new CaseSummary(found.Id, box.Words(found.Summary)));
    }
}
