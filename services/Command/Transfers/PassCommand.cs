using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>When command passes.</summary>
/// <param name="EffectiveAt">The instant; now if left out.</param>
public sealed record PassCommand([property: NotInFuture] DateTimeOffset? EffectiveAt = null);

/// <summary>Command passes at one instant: from then on the new commander commands, and nobody else.</summary>
internal static class PassCommandCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/command-transfers/{id:guid}/pass", Handle)
        .WithName("passCommand").WithSummary("Command passes at one instant.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<TransferView>, ProblemHttpResult>> Handle(
        Guid id, PassCommand? body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.CommandTransfers.FindAsync([id], ct) is not { } transfer) return Problems.NotFound("command transfer", id);
        if (call.Stale(transfer.Version) is { } stale) return stale.Problem();
        var command = (await db.IncidentCommands.FindAsync([transfer.IncidentId], ct))!;
        if (transfer.TakeEffect(call.Caller.Agency, command, body?.EffectiveAt ?? call.Now) is { } refusal) return refusal.Problem();
        db.Append(transfer.IncidentId, transfer.Changed(transfer.EffectiveAt!.Value));
        db.Append(transfer.IncidentId, command.Changed());
        return TypedResults.Ok(TransferView.Of(transfer));
    }
}
