using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>What was found, with the facts and the public answer.</summary>
public sealed record ConcludeClaim(ClarificationState Outcome, [property: Items(0, 30)] IReadOnlyList<Finding> Facts, [property: Text(2000)] string Answer);

/// <summary>From a logged claim to its answer: checked, concluded, published, closed.</summary>
internal static class ClarifyClaim
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Step("check", "Facts are being looked for.", Roles.PublicInformationOfficer, (c, _) => c.Check());
        routes.MapPost("/v1/clarifications/{id:guid}/conclude", (Guid id, ConcludeClaim request, PublicInformationDb db, Clocks clocks, Call call, CancellationToken ct) =>
                MoveAsync(id, db, clocks, call, (c, _) => c.Conclude(request.Outcome, request.Facts, request.Answer, call.Caller.Subject), ct))
            .WithName("concludeClaim").WithSummary("Says what was found, with the facts.").RequireRole(Roles.PublicInformationOfficer).RequireIfMatch();
        Step("publish", "Another person than the one who wrote the answer makes it public.", Roles.Approver, (c, call) => c.Publish(call.Caller.Subject, call.Now));
        Step("close", "The claim is answered; nothing more is published about it.", Roles.PublicInformationOfficer, (c, _) => c.Close());

        void Step(string verb, string summary, string role, Func<Clarification, Call, Refusal?> decide) =>
            routes.MapPost($"/v1/clarifications/{{id:guid}}/{verb}", (Guid id, PublicInformationDb db, Clocks clocks, Call call, CancellationToken ct) => MoveAsync(id, db, clocks, call, decide, ct))
                .WithName($"{verb}Clarification").WithSummary(summary).RequireRole(role).RequireIfMatch();
    }

    private static async Task<Results<Ok<ClarificationView>, ProblemHttpResult>> MoveAsync(
        Guid id, PublicInformationDb db, Clocks clocks, Call call, Func<Clarification, Call, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Clarifications.FindAsync([id], ct) is not { } claim) return Problems.NotFound("clarification", id);
        if (call.Stale(claim.Version) is { } stale) return stale.Problem();
        if (decide(claim, call) is { } refusal) return refusal.Problem();
        if (claim.State == ClarificationState.Published) await ReplyClocks.StopAsync(clocks, claim, call.Now, ct);
        db.Append(claim.IncidentId ?? id, new ClarificationChanged(id, claim.IncidentId, claim.State, claim.Outcome, claim.Facts.Count, call.Now));
        return TypedResults.Ok(ClarificationView.Of(claim));
    }
}
