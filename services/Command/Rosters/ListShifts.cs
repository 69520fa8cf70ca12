using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Rosters;

/// <summary>Duty shifts, of one roster or agency if named.</summary>
internal static class ListShifts
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/duty-shifts", Handle)
        .WithName("listShifts").WithSummary("Duty shifts, of one roster or agency if named.").RequireRole(Readers.All);

    private static async Task<Ok<Page<ShiftView>>> Handle(Guid? roster, string? agency, ShiftState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.DutyShifts.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (roster == null || x.RosterId == roster) && (agency == null || x.Agency == agency) && (state == null || x.State == state))
            .ToPageAsync(page, x => x.Id, ShiftView.Of, ct));
}
