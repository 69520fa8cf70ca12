using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class RepresentSide
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/parties/{id:guid}/represent", Handle)
        .WithName("representSide").WithSummary("A party was chosen by its side to speak for it; five at most.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<PartyView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.Parties.FindAsync([id], ct) is not { } party || await db.CaseAsync(party.CaseId, call, ct) is not { } found) return Problems.NotFound("party", id);
        if (found.IsOver) return new Refusal("case-over", "The case is over.").Problem();
        return party.Represent(await db.PartiesAsync(found.Id, ct)) is { } refusal ? refusal.Problem() : TypedResults.Ok(PartyView.Of(party));
    }
}
