using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>A clearer text of an order.</summary>
/// <param name="Instruction">In words; stays in this service.</param>
public sealed record ClearerOrder([property: Text(500)] string Instruction);

/// <summary>The question is answered: the order goes out again in a clearer revision.</summary>
internal static class ClarifyOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/clarify", Handle)
        .WithName("clarifyOrder").IsLifeSafety().WithSummary("The question is answered: the order goes out again in a clearer revision.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, ClearerOrder body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (await db.MayLeadAsync(order.IncidentId, order.FromAgency, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        if (order.Clarify(body.Instruction, call.Now) is { } refusal) return refusal.Problem();
        await clocks.OrderIssuedAsync(db, order, call.Now, ct);
        return TypedResults.Ok(OrderView.Of(order));
    }
}
