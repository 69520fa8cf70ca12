using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class NoteCourtAccepted
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/court-accepted", Handle)
        .WithName("noteCourtAccepted").WithSummary("The court took the application on; its own times are shown for information.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, found) =>
        {
            if (a.NoteCourtAccepted(call.Now) is { } refusal) return refusal;
            await clocks.StopAsync("agreement.court-acceptance", a.Id, call.Now, ct);
            clocks.Start("agreement.court-decision", a.Id, found.Id, call.Now);
            return null;
        }, ct);
}
