using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>One order.</summary>
internal static class ReadOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/orders/{id:guid}", Handle)
        .WithName("readOrder").IsLifeSafety().WithSummary("One order.").RequireRole(Readers.All);

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Orders.FindAsync([id], ct) is { } order
            ? TypedResults.Ok(OrderView.Of(order))
            : Problems.NotFound("order", id);
}
