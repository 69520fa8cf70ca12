using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class NotifyAgreementRights
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/notify-rights", Handle)
        .WithName("notifyAgreementRights").WithSummary("After a breach: enforcement if a court confirmed it, else court. The case goes on to its end.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, found) =>
        {
            if (a.NotifyRights(found.Kind == DisputeKind.Labour) is { } refusal) return refusal;
            await clocks.StopAsync("mediation.rights-notice", found.Id, call.Now, ct);
            return found.NotifyRights(a.RightsNotice, []);
        }, ct);
}
