using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders.Many;

/// <summary>One order of an incident to many.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Order">What is asked, and of whom.</param>
public sealed record IssueOrders(Guid IncidentId, OrderToMany Order);

/// <summary>A commander orders the same of many at once: all orders go out, or none does.</summary>
internal static class IssueOrdersCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/order-groups", Handle)
        .WithName("issueOrders").IsLifeSafety().WithSummary("A commander orders the same of many at once: all orders go out, or none does.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Created<OrderGroupView>, ProblemHttpResult>> Handle(
        IssueOrders body, CommandDb db, Call call, JurisdictionPackage package, Clocks clocks, CancellationToken ct)
    {
        var (incident, unknown) = await IncidentAtHand.FindAsync(body.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        var (group, orders, refusal) = await db.IssueAsync(body.Order, incident, call, package, ct);
        if (group is null) return refusal!.Problem();
        await db.GoOutAsync(group, orders, clocks, ct);
        return TypedResults.Created($"/v1/order-groups/{group.Id}", OrderGroupView.Of(group, orders));
    }
}
