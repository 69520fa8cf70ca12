using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>The agency that is asked has read an order.</summary>
internal static class AcknowledgeOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/acknowledge", Handle)
        .WithName("acknowledgeOrder").IsLifeSafety().WithSummary("The agency that is asked has read an order.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration);

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, Occurrence? body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        var at = body?.OccurredAt ?? call.Now;
        if (order.Acknowledge(call.Caller.Agency, at) is { } refusal) return refusal.Problem();
        await clocks.OrderAcknowledgedAsync(order, at, ct);
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, at));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
