using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>How far a task is.</summary>
/// <param name="Percent">0 to 100.</param>
public sealed record OrderProgress([property: Range(0, 100)] int Percent);

/// <summary>How far the task is.</summary>
internal static class ReportProgress
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/progress", Handle)
        .WithName("reportProgress").IsLifeSafety().WithSummary("How far the task is.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration);

    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Handle(
        Guid id, OrderProgress body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } order) return Problems.NotFound("order", id);
        if (order.Progress(call.Caller.Agency, body.Percent) is { } refusal) return refusal.Problem();
        await clocks.OrderProgressedAsync(db, order, call.Now, ct);
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(OrderView.Of(order));
    }
}
