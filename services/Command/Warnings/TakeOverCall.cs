using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Warnings;

/// <summary>A superior who was told takes care of a recipient that does not answer: sends somebody, or calls another way. Its own word is an append: it needs no version.</summary>
internal static class TakeOverCall
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/warnings/{id:guid}/calls/{callId:guid}/take-over", Handle)
        .WithName("takeOverWarningCall").IsLifeSafety().WithSummary("A superior takes care of a recipient that does not answer.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration);

    private static async Task<Results<Ok<WarningCallView>, ProblemHttpResult>> Handle(
        Guid id, Guid callId, CommandDb db, CallClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.WarningCalls.FindAsync([callId], ct) is not { } ring || ring.WarningId != id) return Problems.NotFound("call", callId);
        if (ring.TakeOver(call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        await clocks.TakenOverAsync(ring, ct);
        db.Append(id, new WarningCallTakenOver(id, ring.Id, ring.Recipient, call.Caller.Agency, call.Now));
        return TypedResults.Ok(WarningCallView.Of(ring));
    }
}
