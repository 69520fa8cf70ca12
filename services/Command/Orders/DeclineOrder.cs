using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>The agency that is asked says no, with a reason; its superior is told.</summary>
internal static class DeclineOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/decline", Handle)
        .WithName("declineOrder").IsLifeSafety().WithSummary("The agency that is asked says no, with a reason; its superior is told.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, OrderAnswer body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        if (order.Decline(call.Caller.Agency, body.Reason) is { } refusal) return refusal.Problem();
        await clocks.OrderOverAsync(order, ct);
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, call.Now));
        if (order.Escalation == OrderEscalation.Superior) db.Append(order.IncidentId, order.Escalated(call.Now));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
