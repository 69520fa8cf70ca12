using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Transfers;

/// <summary>Transfers of command, of one incident if named.</summary>
internal static class ListTransfers
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/command-transfers", Handle)
        .WithName("listTransfers").WithSummary("Transfers of command, of one incident if named.").RequireRole(Readers.All);

    private static async Task<Ok<Page<TransferView>>> Handle(Guid? incident, TransferState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.CommandTransfers.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (incident == null || x.IncidentId == incident) && (state == null || x.State == state))
            .ToPageAsync(page, x => x.Id, TransferView.Of, ct));
}
