using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class TakeEffect
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/take-effect", Handle)
        .WithName("takeEffect").WithSummary("The mediator signs and seals: it binds (人民调解法 Art. 29). Follow-up begins.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, MonthCount month, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, found) =>
        {
            if ((a.TakeEffect(call.Now) ?? found.Agree()) is { } refusal) return refusal;
            await clocks.StopAsync("mediation.completion", found.Id, call.Now, ct);
            clocks.Start("agreement.confirmation", a.Id, found.Id, call.Now);
            foreach (var followUp in FollowUp.After(a))
            {
                db.Add(followUp);
                clocks.Start(followUp.ClockKey, followUp.Id, found.Id, call.Now);
            }
            month.Count(found.Kind, MediationOutcome.Agreed);
            return null;
        }, ct);
}
