using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

/// <summary>What the court decided.</summary>
/// <param name="Confirmed">True when it can be enforced from now on.</param>
public sealed record DecideConfirmation(bool Confirmed);

internal static class DecideConfirmationSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/decide", Handle)
        .WithName("decideConfirmation").WithSummary("The court confirmed it, or not.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, DecideConfirmation body, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, _) =>
        {
            if (a.Decide(body.Confirmed) is { } refusal) return refusal;
            await clocks.StopAsync("agreement.court-acceptance", a.Id, call.Now, ct);
            await clocks.StopAsync("agreement.court-decision", a.Id, call.Now, ct);
            return null;
        }, ct);
}
