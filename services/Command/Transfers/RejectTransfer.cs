using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>The incoming commander refuses.</summary>
internal static class RejectTransfer
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/command-transfers/{id:guid}/reject", Handle)
        .WithName("rejectTransfer").WithSummary("The incoming commander refuses.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<TransferView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.CommandTransfers.FindAsync([id], ct) is not { } transfer) return Problems.NotFound("command transfer", id);
        if (call.Stale(transfer.Version) is { } stale) return stale.Problem();
        if (transfer.Reject(call.Caller.Agency) is { } refusal) return refusal.Problem();
        await clocks.CancelAsync("transfer.accept", transfer.Id, ct);
        db.Append(transfer.IncidentId, transfer.Changed(call.Now));
        return TypedResults.Ok(TransferView.Of(transfer));
    }
}
