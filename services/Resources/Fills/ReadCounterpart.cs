using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Fills;

/// <summary>What the other party of a fill may see of a supplier's book: how its offer, lease and commitment stand there, and nothing of how they are backed.</summary>
/// <param name="Id">The fill.</param>
/// <param name="SupplierAgency">Whose book this is.</param>
/// <param name="State">State there.</param>
/// <param name="Reservation">Whether it is leased there; null when nothing is.</param>
/// <param name="Quantity">How many.</param>
/// <param name="ValidUntil">Until when offer and lease hold.</param>
/// <param name="CommittedAt">When it was committed.</param>
/// <param name="Eta">Arrival as expected there.</param>
public sealed record CounterpartView(
    Guid Id, string SupplierAgency, FillState State, ReservationState? Reservation, int Quantity, DateTimeOffset? ValidUntil, DateTimeOffset? CommittedAt, DateTimeOffset? Eta)
{
    internal static CounterpartView Of(Fill f) => new(
        f.FillId, f.SupplierAgency, f.State, FillViews.Reservation(f.State, f.Response == RmResponse.Accept), f.Quantity, f.ValidUntil, f.CommittedAt, f.Eta);
}

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
