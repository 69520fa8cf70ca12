using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Rosters;

/// <summary>A shift begins to keep the watch.</summary>
internal static class TakeDuty
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/duty-shifts/{id:guid}/take", Handle)
        .WithName("takeDuty").WithSummary("A shift begins to keep the watch.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<ShiftView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, WatchCover cover, CancellationToken ct)
    {
        if (await db.DutyShifts.FindAsync([id], ct) is not { } shift) return Problems.NotFound("duty shift", id);
        if (call.Stale(shift.Version) is { } stale) return stale.Problem();
        if (shift.TakeDuty(call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("shift.take", shift.Id, call.Now, ct);
        clocks.StartHandover(shift);
        db.Append(shift.RosterId, shift.Changed(call.Now));
        await cover.MovedAsync(shift, call.Now, ct);
        return TypedResults.Ok(ShiftView.Of(shift));
    }
}
