using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Fills;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Asks;

/// <summary>Why.</summary>
public sealed record DeclineAsk(FillReason Reason);

/// <summary>The supplier refuses an ask; the requester's line shows a fill that was declined.</summary>
internal static class DeclineAskCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/asks/{id:guid}/decline", Handle)
        .WithName("declineAsk").WithSummary("The supplier refuses an ask, with a reason.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<AskView>, ProblemHttpResult>> Handle(
        string agency, Guid id, DeclineAsk request, ResourcesDb db, Offering offering, Call call, CancellationToken ct)
    {
        if (await db.AskOfAsync(agency, id, ct) is not { } ask) return Problems.NotFound("ask", id);
        if (call.Stale(ask.Version) is { } stale) return stale.Problem();
        var (_, refusal) = await offering.AnswerAsync(ask, new(ask.Quantity, RmResponse.Decline, request.Reason), FillState.Declined, ct);
        return refusal is not null ? refusal.Problem() : TypedResults.Ok(AskView.Of(ask));
    }
}
