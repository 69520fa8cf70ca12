using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Rosters;

/// <summary>Duty rosters.</summary>
internal static class ListRosters
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/duty-rosters", Handle)
        .WithName("listRosters").WithSummary("Duty rosters.").RequireRole(Readers.All);

    private static async Task<Ok<Page<RosterView>>> Handle(string? agency, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.DutyRosters.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => agency == null || x.Agency == agency)
            .ToPageAsync(page, x => x.Id, RosterView.Of, ct));
}
