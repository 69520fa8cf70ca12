using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

internal static class CloseFollowUp
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/follow-ups/{id:guid}/close", Handle)
        .WithName("closeFollowUp").WithSummary("A follow-up that was done is closed.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static async Task<Results<Ok<FollowUpView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.FollowUps.FindAsync([id], ct) is not { } followUp || await db.CaseAsync(followUp.CaseId, call, ct) is null) return Problems.NotFound("follow-up", id);
        if (call.Stale(followUp.Version) is { } stale) return stale.Problem();
        if (followUp.Close() is { } refusal) return refusal.Problem();
        return TypedResults.Ok(FollowUpView.Of(followUp));
    }
}
