using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class BeginPerformance
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/perform", Handle)
        .WithName("beginPerformance").WithSummary("Performance begins; each part has its clock.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, found) =>
        {
            if ((a.BeginPerformance() ?? found.BeginPerformance()) is { } refusal) return refusal;
            if (await clocks.FindAsync("agreement.confirmation", a.Id, ct) is { State: ClockState.Running }) await clocks.CancelAsync("agreement.confirmation", a.Id, ct);
            foreach (var part in a.Instalments) clocks.Start("agreement.instalment", part.Id, a.Id, a.EffectiveAt!.Value, due: part.DueAt);
            return null;
        }, ct);
}
