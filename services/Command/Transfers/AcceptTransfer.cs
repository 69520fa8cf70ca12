using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>The incoming commander accepts.</summary>
internal static class AcceptTransfer
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/command-transfers/{id:guid}/accept", Handle)
        .WithName("acceptTransfer").WithSummary("The incoming commander accepts.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<TransferView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.CommandTransfers.FindAsync([id], ct) is not { } transfer) return Problems.NotFound("command transfer", id);
        if (call.Stale(transfer.Version) is { } stale) return stale.Problem();
        if (transfer.Accept(call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("transfer.accept", transfer.Id, call.Now, ct);
        db.Append(transfer.IncidentId, transfer.Changed(call.Now));
        return TypedResults.Ok(TransferView.Of(transfer));
    }
}
