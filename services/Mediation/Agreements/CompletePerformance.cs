using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class CompletePerformance
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/complete", Handle)
        .WithName("completePerformance").WithSummary("All of it was performed.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, MonthCount month, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, (a, found) =>
        {
            var refusal = a.Perform() ?? found.Perform();
            if (refusal is null) month.Count(found.Kind, MediationOutcome.Performed);
            return Task.FromResult(refusal);
        }, ct);
}
