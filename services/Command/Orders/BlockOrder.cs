using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>Something stands in the way of an order.</summary>
internal static class BlockOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/block", Handle)
        .WithName("blockOrder").IsLifeSafety().WithSummary("Something stands in the way of an order.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, OrderAnswer body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        if (order.Block(call.Caller.Agency, body.Reason) is { } refusal) return refusal.Problem();
        await clocks.OrderBlockedAsync(order, ct);
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
