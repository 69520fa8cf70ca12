using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class ResumeCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/resume", Handle)
        .WithName("resumeCase").WithSummary("The appraisal is there; the end moves by exactly the pause.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.Resume(), c => clocks.ResumeAsync("mediation.completion", c.Id, call.Now, ct), ct);
}
