using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class ReadAgreement
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agreements/{id:guid}", Handle)
        .WithName("readAgreement").WithSummary("One agreement, without its words.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        await db.AgreementAsync(id, call, ct) is var (agreement, _) ? TypedResults.Ok(AgreementView.Of(agreement)) : Problems.NotFound("agreement", id);
}
