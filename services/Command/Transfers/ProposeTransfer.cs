using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Transfers;

/// <summary>Who is to take command.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="ToAgency">Who will command, or lead the unified command.</param>
/// <param name="Reason">Why.</param>
/// <param name="With">Other agencies of a unified command; none for a single commander.</param>
public sealed record ProposeTransfer(
    Guid IncidentId, [property: Text(64)] string ToAgency, TransferReason Reason, [property: Items(0, 20)] IReadOnlyList<string>? With = null);

/// <summary>A transfer of command is proposed; only one at a time.</summary>
internal static class ProposeTransferCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/command-transfers", Handle)
        .WithName("proposeTransfer").WithSummary("A transfer of command is proposed; only one at a time.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Created<TransferView>, ProblemHttpResult>> Handle(
        ProposeTransfer body, CommandDb db, Call call, JurisdictionPackage package, CancellationToken ct)
    {
        var (incident, unknown) = await Orders.IncidentAtHand.FindAsync(body.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        if (await db.IncidentCommands.FindAsync([incident.Id], ct) is not { } command)
            return new Refusal("no-commander", "Nobody commands this incident yet; the first leader to arrive does.").Problem();
        if (await OpenTransfers.Of(db, incident.Id).AnyAsync(ct))
            return new Refusal("transfer-in-progress", "Another transfer of this incident is in progress.").Problem();
        if (await CommandAuthority.MayLeadAsync(body.ToAgency, incident, db, package, call, ct) is { } powerless) return powerless.Problem();
        var (transfer, refusal) = CommandTransfer.Propose(
            Guid.CreateVersion7(), call.Exercise, command, body.ToAgency, body.With ?? [], body.Reason, call.Now);
        if (transfer is null) return refusal!.Problem();
        db.Add(transfer);
        await db.ShareIncidentAsync(incident.Id, SharingGround.Command, call.Now, ct, transfer.Agencies);
        db.Append(incident.Id, transfer.Changed(call.Now));
        return TypedResults.Created($"/v1/command-transfers/{transfer.Id}", TransferView.Of(transfer));
    }
}
