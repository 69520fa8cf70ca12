using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class CloseCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/close", Handle)
        .WithName("closeCase").WithSummary("Closed; its words are destroyed when their time is over.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.Close(call.Now), c =>
        {
            clocks.Start("mediation.retention", c.Id, c.Id, call.Now);
            return Task.FromResult<Refusal?>(null);
        }, ct);
}
