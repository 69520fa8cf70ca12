using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>The outgoing commander briefs the incoming one.</summary>
internal static class BriefTransfer
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/command-transfers/{id:guid}/brief", Handle)
        .WithName("briefTransfer").WithSummary("The outgoing commander briefs the incoming one.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<TransferView>, ProblemHttpResult>> Handle(
        Guid id, Briefing body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.CommandTransfers.FindAsync([id], ct) is not { } transfer) return Problems.NotFound("command transfer", id);
        if (call.Stale(transfer.Version) is { } stale) return stale.Problem();
        if (transfer.Brief(call.Caller.Agency, body, call.Now) is { } refusal) return refusal.Problem();
        var incident = (await db.Incidents.FindAsync([transfer.IncidentId], ct))!;
        clocks.Start("transfer.accept", transfer.Id, transfer.IncidentId, call.Now, incident.Scope());
        db.Append(transfer.IncidentId, transfer.Changed(call.Now));
        return TypedResults.Ok(TransferView.Of(transfer));
    }
}
