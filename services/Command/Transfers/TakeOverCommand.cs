using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>Why command is taken over.</summary>
/// <param name="Reason">How the commander was called, and that nobody answered; in words, stays in this service.</param>
/// <param name="With">Other agencies of a unified command; none for a single commander.</param>
public sealed record TakeOverCommand([property: Text(500)] string Reason, [property: Items(0, 20)] IReadOnlyList<string>? With = null);

/// <summary>
/// Command is taken over from a commander who cannot be reached, now and never in the past: what he ordered until then stands, and so do its clocks.
/// He hears of it by the events, and has command again by a transfer like any other.
/// </summary>
internal static class TakeOverCommandCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/take-over", Handle)
        .WithName("takeOverCommand").IsLifeSafety().WithSummary("The superior body, or the next in succession, takes command from a commander who cannot be reached.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Created<TransferView>, ProblemHttpResult>> Handle(
        Guid id, TakeOverCommand body, CommandDb db, Call call, JurisdictionPackage package, Clocks clocks, CancellationToken ct)
    {
        var (incident, unknown) = await Orders.IncidentAtHand.FindAsync(id, db, call, ct);
        if (incident is null) return unknown!.Problem();
        if (await db.IncidentCommands.FindAsync([id], ct) is not { } command)
            return new Refusal("no-commander", "Nobody commands this incident yet; the first leader to arrive does.").Problem();
        if (call.Stale(command.Version) is { } stale) return stale.Problem();
        var tree = await db.TreeAsync(package, call, ct);
        if (Succession.Refuse(call.Caller.Agency, command.Current, tree, incident.Jurisdiction) is { } another) return another.Problem();
        var (transfer, refusal) = CommandTransfer.TakeOver(Guid.CreateVersion7(), command, call.Caller.Agency, body.With ?? [], body.Reason, call.Now);
        if (transfer is null) return refusal!.Problem();
        await OpenTransfers.LapseAsync(db, clocks, id, call.Now, ct);
        db.Add(transfer);
        await db.ShareIncidentAsync(id, SharingGround.Command, call.Now, ct, transfer.Agencies);
        db.Append(id, transfer.Changed(call.Now));
        db.Append(id, command.Changed());
        return TypedResults.Created($"/v1/command-transfers/{transfer.Id}", TransferView.Of(transfer));
    }
}
