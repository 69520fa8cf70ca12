using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Rosters;

/// <summary>The one who takes a shift confirms it.</summary>
internal static class ConfirmShift
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/duty-shifts/{id:guid}/confirm", Handle)
        .WithName("confirmShift").WithSummary("The one who takes a shift confirms it.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<ShiftView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.DutyShifts.FindAsync([id], ct) is not { } shift) return Problems.NotFound("duty shift", id);
        if (call.Stale(shift.Version) is { } stale) return stale.Problem();
        if (shift.Confirm(call.Caller.Agency) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("shift.confirm", shift.Id, call.Now, ct);
        clocks.StartTaking(shift, call.Now);
        db.Append(shift.RosterId, shift.Changed(call.Now));
        return TypedResults.Ok(ShiftView.Of(shift));
    }
}
