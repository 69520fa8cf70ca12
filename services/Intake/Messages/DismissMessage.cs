using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Messages;

/// <summary>Why a message is no report.</summary>
/// <param name="Reason">Reason.</param>
public sealed record DismissMessage(DismissalReason Reason);

internal static class DismissMessageCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/gateway-messages/{id:guid}/dismiss", Handle)
        .WithName("dismissMessage").WithSummary("A person has read a message that was held: nothing is reported in it. Its words and its sender are forgotten.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> Handle(Guid id, DismissMessage body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Messages.FindAsync([id], ct) is not { } message || !message.IsFor(call.Caller.Agency, call.Exercise)) return Problems.NotFound("message", id);
        if (call.Stale(message.Version) is { } stale) return stale.Problem();
        if (message.Dismiss(call.Caller.Agency, body.Reason) is { } refusal) return refusal.Problem();
        await clocks.SettledAsync(message, call, db, ct);
        return TypedResults.Ok(MessageView.Of(message));
    }

    internal static async Task SettledAsync(this Clocks clocks, GatewayMessage message, Call call, IntakeDb db, CancellationToken ct)
    {
        await clocks.StopAsync("message.look", message.Id, call.Now, ct);
        await clocks.StopAsync("message.sender-retention", message.Id, call.Now, ct);
        db.Append(message.Id, new MessageSettled(message.Id, message.State, message.ReportId, message.Reason, call.Caller.Agency, call.Now));
    }
}
