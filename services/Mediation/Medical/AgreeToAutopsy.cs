using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Medical;

internal static class AgreeToAutopsy
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/deaths/{id:guid}/agree-to-autopsy", Handle)
        .WithName("agreeToAutopsy").WithSummary("The kin agree and sign.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<DeathView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideDeathAsync(id, call, d => Task.FromResult(d.Agree(call.Now)), ct);
}
