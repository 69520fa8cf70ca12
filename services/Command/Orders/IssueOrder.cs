using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>A drafted order goes out.</summary>
internal static class IssueOrder
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/issue", Handle)
        .WithName("issueOrder").IsLifeSafety().WithSummary("A drafted order goes out.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (await db.MayLeadAsync(order.IncidentId, order.FromAgency, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(order.Version) is { } stale) return stale.Problem();
        if (order.Issue(call.Now) is { } refusal) return refusal.Problem();
        await clocks.OrderIssuedAsync(db, order, call.Now, ct);
        return TypedResults.Ok(OrderView.Of(order));
    }
}
