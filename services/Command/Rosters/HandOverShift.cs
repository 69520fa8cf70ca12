using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Rosters;

/// <summary>What the next shift must know.</summary>
/// <param name="Note">In words; stays in this service.</param>
public sealed record HandOverShift([property: Text(4000)] string Note);

/// <summary>A shift hands over. The region adds what is open at that moment, so that nothing is forgotten.</summary>
internal static class HandOverShiftCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/duty-shifts/{id:guid}/hand-over", Handle)
        .WithName("handOverShift").WithSummary("A shift hands over with a note, to which open incidents and running clocks are added.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<ShiftView>, ProblemHttpResult>> Handle(
        Guid id, HandOverShift body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.DutyShifts.FindAsync([id], ct) is not { } shift) return Problems.NotFound("duty shift", id);
        if (call.Stale(shift.Version) is { } stale) return stale.Problem();
        var incidents = await Orders.IncidentAtHand.Of(db, call.Exercise).Select(i => i.Id).Take(500).ToListAsync(ct);
        var running = await db.Set<Clock>().Where(c => c.ExerciseId == call.Exercise && c.State == ClockState.Running && (incidents.Contains(c.Subject) || c.Subject == shift.RosterId)).Select(c => c.Id).Take(500).ToListAsync(ct);
        if (shift.HandOver(call.Caller.Agency, new HandoverNote(body.Note, incidents, running), call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("shift.handover", shift.Id, call.Now, ct);
        db.Append(shift.RosterId, shift.Changed(call.Now));
        return TypedResults.Ok(ShiftView.Of(shift));
    }
}
