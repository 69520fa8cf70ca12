using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Rosters;

/// <summary>One duty shift.</summary>
internal static class ReadShift
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/duty-shifts/{id:guid}", Handle)
        .WithName("readShift").WithSummary("One duty shift.").RequireRole(Readers.All);

    private static async Task<Results<Ok<ShiftView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.DutyShifts.FindAsync([id], ct) is { } shift
            ? TypedResults.Ok(ShiftView.Of(shift))
            : Problems.NotFound("duty shift", id);
}
