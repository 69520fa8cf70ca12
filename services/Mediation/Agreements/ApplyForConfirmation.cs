using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

/// <summary>Who applies.</summary>
/// <param name="PartyIds">Parties that signed.</param>
public sealed record ApplyForConfirmation([property: Items(1, 1000)] IReadOnlyList<Guid> PartyIds);

internal static class ApplyForConfirmationSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/apply", Handle)
        .WithName("applyForConfirmation").WithSummary("Parties join the application for judicial confirmation; it stands once both sides have.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, ApplyForConfirmation body, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, found) =>
        {
            if (a.Apply(body.PartyIds, await db.PartiesAsync(found.Id, ct), call.Now) is { } refusal) return refusal;
            if (a.State != AgreementState.Applied) return null;
            await clocks.StopAsync("agreement.confirmation", a.Id, call.Now, ct);
            clocks.Start("agreement.court-acceptance", a.Id, found.Id, call.Now);
            return null;
        }, ct);
}
