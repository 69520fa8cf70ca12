using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Rosters;

/// <summary>Who took over.</summary>
/// <param name="NextShiftId">The shift that is on duty now.</param>
public sealed record CloseShift(Guid NextShiftId);

/// <summary>The next shift is on duty and has read the note.</summary>
internal static class CloseShiftCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/duty-shifts/{id:guid}/close", Handle)
        .WithName("closeShift").WithSummary("A shift closes when the next one is on duty.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<ShiftView>, ProblemHttpResult>> Handle(
        Guid id, CloseShift body, CommandDb db, Call call, WatchCover cover, CancellationToken ct)
    {
        if (await db.DutyShifts.FindAsync([id], ct) is not { } shift) return Problems.NotFound("duty shift", id);
        if (call.Stale(shift.Version) is { } stale) return stale.Problem();
        if (await db.DutyShifts.FindAsync([body.NextShiftId], ct) is not { } next) return Problems.NotFound("duty shift", body.NextShiftId);
        if (shift.Close(next) is { } refusal) return refusal.Problem();
        db.Append(shift.RosterId, shift.Changed(call.Now));
        await cover.MovedAsync(shift, call.Now, ct);
        return TypedResults.Ok(ShiftView.Of(shift));
    }
}
