using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>One transfer of command.</summary>
internal static class ReadTransfer
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/command-transfers/{id:guid}", Handle)
        .WithName("readTransfer").WithSummary("One transfer of command.").RequireRole(Readers.All);

    private static async Task<Results<Ok<TransferView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.CommandTransfers.FindAsync([id], ct) is { } transfer
            ? TypedResults.Ok(TransferView.Of(transfer))
            : Problems.NotFound("command transfer", id);
}
