using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders.Many;

/// <summary>How far one order to many is.</summary>
internal static class ReadOrderGroup
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/order-groups/{id:guid}", Handle)
        .WithName("readOrderGroup").IsLifeSafety().WithSummary("One order to many: how far it is, and each of its orders.").RequireRole(Readers.All);

    private static async Task<Results<Ok<OrderGroupView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.OrderGroups.FindAsync([id], ct) is { } group
            ? TypedResults.Ok(OrderGroupView.Of(group, await db.OrdersOfAsync(group, ct)))
            : Problems.NotFound("order group", id);
}
