using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>An order is taken back.</summary>
internal static class CancelOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/cancel", Handle)
        .WithName("cancelOrder").IsLifeSafety().WithSummary("An order is taken back.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, OrderAnswer body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (await db.MayLeadAsync(order.IncidentId, order.FromAgency, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        if (order.Cancel(body.Reason) is { } refusal) return refusal.Problem();
        await clocks.OrderTakenBackAsync(db, order, call, ct);
        return TypedResults.Ok(OrderView.Of(order));
    }
}
