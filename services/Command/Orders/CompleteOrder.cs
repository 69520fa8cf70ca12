using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>An order was carried out.</summary>
internal static class CompleteOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/complete", Handle)
        .WithName("completeOrder").IsLifeSafety().WithSummary("An order was carried out.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, Occurrence? body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        var at = body?.OccurredAt ?? call.Now;
        if (order.Complete(call.Caller.Agency, at) is { } refusal) return refusal.Problem();
        await clocks.OrderCompletedAsync(order, at, ct);
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, at));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
