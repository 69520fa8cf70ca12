using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>The addressee has an order before it.</summary>
internal static class DeliverOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/deliver", Handle)
        .WithName("deliverOrder").IsLifeSafety().WithSummary("The addressee has an order before it.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration);

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, Occurrence? body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        var at = body?.OccurredAt ?? call.Now;
        if (order.Deliver(call.Caller.Agency, at) is { } refusal) return refusal.Problem();
        await clocks.OrderDeliveredAsync(db, order, at, ct);
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, at));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
