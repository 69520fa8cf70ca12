using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Rosters;

/// <summary>One duty roster.</summary>
internal static class ReadRoster
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/duty-rosters/{id:guid}", Handle)
        .WithName("readRoster").WithSummary("One duty roster.").RequireRole(Readers.All);

    private static async Task<Results<Ok<RosterView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.DutyRosters.FindAsync([id], ct) is { } roster ? TypedResults.Ok(RosterView.Of(roster)) : Problems.NotFound("duty roster", id);
}
