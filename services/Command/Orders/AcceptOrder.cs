using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>The agency that is asked will carry an order out.</summary>
internal static class AcceptOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/accept", Handle)
        .WithName("acceptOrder").IsLifeSafety().WithSummary("The agency that is asked will carry an order out.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        if (order.Accept(call.Caller.Agency) is { } refusal) return refusal.Problem();
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
