using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>A transfer that is no longer wanted lapses; command stays where it is.</summary>
internal static class WithdrawTransfer
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/command-transfers/{id:guid}/withdraw", Handle)
        .WithName("withdrawTransfer").WithSummary("A transfer that is no longer wanted lapses; command stays where it is.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<TransferView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.CommandTransfers.FindAsync([id], ct) is not { } transfer) return Problems.NotFound("command transfer", id);
        if (call.Stale(transfer.Version) is { } stale) return stale.Problem();
        if (transfer.Lapse() is { } refusal) return refusal.Problem();
        await clocks.CancelAsync("transfer.accept", transfer.Id, ct);
        db.Append(transfer.IncidentId, transfer.Changed(call.Now));
        return TypedResults.Ok(TransferView.Of(transfer));
    }
}
