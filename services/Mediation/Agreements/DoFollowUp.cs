using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Agreements;

/// <summary>What was found.</summary>
/// <param name="Finding">How the agreement is being performed.</param>
public sealed record DoFollowUp(FollowUpFinding Finding);

internal static class DoFollowUpSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/follow-ups/{id:guid}/do", Handle)
        .WithName("doFollowUp").WithSummary("The committee asked how it goes.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static async Task<Results<Ok<FollowUpView>, ProblemHttpResult>> Handle(Guid id, DoFollowUp body, MediationDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.FollowUps.FindAsync([id], ct) is not { } followUp || await db.CaseAsync(followUp.CaseId, call, ct) is null) return Problems.NotFound("follow-up", id);
        if (call.Stale(followUp.Version) is { } stale) return stale.Problem();
        if (followUp.Do(body.Finding, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync(followUp.ClockKey, id, call.Now, ct);
        return TypedResults.Ok(FollowUpView.Of(followUp));
    }
}
