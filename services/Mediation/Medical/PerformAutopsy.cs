using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Medical;

internal static class PerformAutopsy
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/deaths/{id:guid}/perform-autopsy", Handle)
        .WithName("performAutopsy").WithSummary("It was done.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<DeathView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideDeathAsync(id, call, async d =>
        {
            if (d.Perform(call.Now) is { } refusal) return refusal;
            if (await clocks.FindAsync("medical.autopsy", d.Id, ct) is { State: not Contracts.Events.ClockState.Cancelled }) await clocks.StopAsync("medical.autopsy", d.Id, call.Now, ct);
            return null;
        }, ct);
}
