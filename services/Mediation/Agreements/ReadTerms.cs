using Coordination.Contracts;
using Coordination.Mediation.Files;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

/// <summary>The words of an agreement.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="Terms">In words; null once destroyed.</param>
public sealed record AgreementTerms(Guid Id, string? Terms);

internal static class ReadTerms
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agreements/{id:guid}/terms", Handle)
        .WithName("readTerms").WithSummary("The words of an agreement, while you have the file open.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<AgreementTerms>, ProblemHttpResult>> Handle(Guid id, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.AgreementAsync(id, call, ct) is not var (agreement, found)) return Problems.NotFound("agreement", id);
        if (!await db.IsOpenAsync(found.Id, call, ct)) return FileOpening.Closed.Problem();
        return TypedResults.Ok(new AgreementTerms(id, box.Words(agreement.Terms)));
    }
}
