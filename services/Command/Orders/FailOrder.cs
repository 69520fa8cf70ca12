using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>An order cannot be carried out.</summary>
internal static class FailOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/fail", Handle)
        .WithName("failOrder").IsLifeSafety().WithSummary("An order cannot be carried out.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, OrderAnswer body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        if (order.Fail(call.Caller.Agency, body.Reason) is { } refusal) return refusal.Problem();
        await clocks.OrderOverAsync(order, ct);
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
