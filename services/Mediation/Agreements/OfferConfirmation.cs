using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class OfferConfirmation
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agreements/{id:guid}/offer-confirmation", Handle)
        .WithName("offerConfirmation").WithSummary("The parties are told that a court may confirm it, and until when (人民调解法 Art. 33).")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AgreementView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct) =>
        db.DecideAgreementAsync(id, call, async (a, _) =>
            await clocks.FindAsync("agreement.confirmation", a.Id, ct) is { } window ? a.OfferConfirmation(window.DueAt) : Agreement.Life.Refuse(a.State, AgreementState.ConfirmationOffered), ct);
}
