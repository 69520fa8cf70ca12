using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>A party's own answer.</summary>
/// <param name="Agree">True when it takes part.</param>
public sealed record AnswerConsent(bool Agree);

internal static class AnswerConsentSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/parties/{id:guid}/answer", Handle)
        .WithName("answerConsent").WithSummary("Takes down a party's own answer; who refuses is told their rights and left alone.").RequireRole(Roles.Mediator);

    private static Task<Results<Ok<PartyView>, ProblemHttpResult>> Handle(Guid id, AnswerConsent body, MediationDb db, Call call, CancellationToken ct) =>
        db.TakeAsync(id, call, (c, p) => c.MayAsk() ?? (body.Agree ? p.Agree(call.Now) : p.Refuse(call.Now)), ct);
}
