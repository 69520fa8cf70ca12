using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class AskParty
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/parties/{id:guid}/ask", Handle)
        .WithName("askParty").WithSummary("Asks a party to take part: once.").RequireRole(Roles.Mediator);

    private static Task<Results<Ok<PartyView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        db.TakeAsync(id, call, (c, p) => c.MayAsk() ?? p.Ask(call.Now), ct);
}
