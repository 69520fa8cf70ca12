using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class SuspendCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/suspend", Handle)
        .WithName("suspendCase").WithSummary("Waits for an appraisal; the time stands still.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.Suspend(), c => clocks.PauseAsync("mediation.completion", c.Id, "appraisal", call.Now, ct), ct);
}
