using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Medical;

internal static class HandOverBody
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/deaths/{id:guid}/hand-over-body", Handle)
        .WithName("handOverBody").WithSummary("The body was handed over.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<DeathView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideDeathAsync(id, call, async d =>
        {
            if (d.HandOver(call.Now) is { } refusal) return refusal;
            await clocks.StopAsync("medical.body", d.Id, call.Now, ct);
            return null;
        }, ct);
}
