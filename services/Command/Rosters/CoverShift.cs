using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Rosters;

/// <summary>Someone stands in for a shift that nobody confirmed.</summary>
internal static class CoverShift
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/duty-shifts/{id:guid}/cover", Handle)
        .WithName("coverShift").WithSummary("Someone stands in for a shift that nobody confirmed.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator);

    private static async Task<Results<Created<ShiftView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, WatchCover cover, CancellationToken ct)
    {
        if (await db.DutyShifts.FindAsync([id], ct) is not { } shift) return Problems.NotFound("duty shift", id);
        var (standIn, refusal) = shift.Cover(Guid.CreateVersion7(), call.Now);
        if (standIn is null) return refusal!.Problem();
        db.Add(standIn);
        clocks.StartTaking(standIn, call.Now);
        db.Append(shift.RosterId, standIn.Changed(call.Now));
        await cover.MovedAsync(standIn, call.Now, ct);
        return TypedResults.Created($"/v1/duty-shifts/{standIn.Id}", ShiftView.Of(standIn));
    }
}
