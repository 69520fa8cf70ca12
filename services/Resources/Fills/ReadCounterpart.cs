using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Fills;

/// <summary>The requester of a fill reads the supplier's book.</summary>
internal static class ReadCounterpartCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/counterparts/{id:guid}", Handle)
        .WithName("readCounterpart").WithSummary("One fill of this supplier, for the agency that requested it.").RequireRole(Who.Moves);

    private static async Task<Results<Ok<CounterpartView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ResourcesDb db, ServiceInstance instance, Call call, CancellationToken ct)
    {
        if (!instance.Serves(agency)) return Problems.NotFound("agency");
        var fill = await db.Fills.AsNoTracking().FirstOrDefaultAsync(f => f.FillId == id && f.Side == FillSide.Supplier && f.Agency == agency && f.ExerciseId == call.Exercise
            && f.RequesterAgency == call.Caller.Agency, ct);
        return fill is null ? Problems.NotFound("fill", id) : TypedResults.Ok(CounterpartView.Of(fill));
    }
}
