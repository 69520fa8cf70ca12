using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders.Many;

/// <summary>All orders of a group are taken back at once. What is done stays done.</summary>
internal static class CancelOrders
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/order-groups/{id:guid}/cancel", Handle)
        .WithName("cancelOrders").IsLifeSafety().WithSummary("All orders of a group are taken back at once; what is done stays done.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<OrderGroupView>, ProblemHttpResult>> Handle(
        Guid id, OrderAnswer body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.OrderGroups.FindAsync([id], ct) is not { } group) return Problems.NotFound("order group", id);
        if (await db.MayLeadAsync(group.IncidentId, group.FromAgency, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(group.Version) is { } stale) return stale.Problem();
        var orders = await db.OrdersOfAsync(group, ct);
        var (open, refusal) = group.Cancel(orders, body.Reason);
        if (refusal is not null) return refusal.Problem();
        foreach (var order in open) await clocks.OrderTakenBackAsync(db, order, call, ct);
        return TypedResults.Ok(OrderGroupView.Of(group, orders));
    }
}
