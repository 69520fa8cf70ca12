using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>A question about an order.</summary>
/// <param name="Question">In words; stays in this service.</param>
public sealed record OrderQuestion([property: Text(500)] string Question);

/// <summary>The agency that is asked wants to know what is meant.</summary>
internal static class AskClarification
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/ask", Handle)
        .WithName("askClarification").IsLifeSafety().WithSummary("The agency that is asked wants to know what is meant.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, OrderQuestion body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        if (order.AskWhatIsMeant(call.Caller.Agency, body.Question) is { } refusal) return refusal.Problem();
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
