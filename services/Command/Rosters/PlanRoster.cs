using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Rosters;

/// <summary>The watch of the caller's agency over some days.</summary>
/// <param name="Post">The post that keeps it, for example <c>duty desk</c>.</param>
/// <param name="Shifts">Its shifts in the order of their start, without a gap.</param>
public sealed record PlanRoster([property: Text(100)] string Post, [property: Items(1, 200)] IReadOnlyList<ShiftTime> Shifts);

/// <summary>An agency plans its duty watch.</summary>
internal static class PlanRosterCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/duty-rosters", Handle)
        .WithName("planRoster").WithSummary("An agency plans its duty watch; a gap is refused.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator);

    private static async Task<Results<Created<RosterView>, ProblemHttpResult>> Handle(
        PlanRoster body, CommandDb db, Call call, Clocks clocks, WatchCover cover, CancellationToken ct)
    {
        var (roster, refusal) = DutyRoster.Plan(Guid.CreateVersion7(), call.Exercise, call.Caller.Agency, body.Post, body.Shifts);
        if (roster is null) return refusal!.Problem();
        db.Add(roster);
        foreach (var time in body.Shifts)
        {
            var shift = DutyShift.Plan(Guid.CreateVersion7(), roster, time);
            db.Add(shift);
            // A shift that has begun already gets the package's short time instead of its own start.
            clocks.Start("shift.confirm", shift.Id, roster.Id, call.Now, due: shift.From > call.Now ? shift.From : null);
            db.Append(roster.Id, shift.Changed(call.Now));
        }
        await cover.PlannedAsync(roster, call.Now, ct);
        return TypedResults.Created($"/v1/duty-rosters/{roster.Id}", RosterView.Of(roster));
    }
}
