using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Medical;

internal static class RefuseAutopsy
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/deaths/{id:guid}/refuse-autopsy", Handle)
        .WithName("refuseAutopsy").WithSummary("The kin do not want it: recorded, and no task follows.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<DeathView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideDeathAsync(id, call, async d =>
        {
            if (d.Refuse(call.Now) is { } refusal) return refusal;
            await clocks.CancelAsync("medical.autopsy", d.Id, ct);
            return null;
        }, ct);
}
