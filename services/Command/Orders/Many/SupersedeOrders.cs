using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders.Many;

/// <summary>The order to many that replaces another.</summary>
/// <param name="Order">What is asked instead, and of whom.</param>
/// <param name="Reason">Why.</param>
public sealed record SupersedeOrders(OrderToMany Order, OrderReason Reason = OrderReason.SituationChanged);

/// <summary>One order to many is replaced by another, which goes out in the same moment; when one of the new orders is refused, the old ones stand.</summary>
internal static class SupersedeOrdersCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/order-groups/{id:guid}/supersede", Handle)
        .WithName("supersedeOrders").IsLifeSafety().WithSummary("One order to many is replaced by another, which goes out in the same moment.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Created<OrderGroupView>, ProblemHttpResult>> Handle(
        Guid id, SupersedeOrders body, CommandDb db, Call call, JurisdictionPackage package, Clocks clocks, CancellationToken ct)
    {
        if (await db.OrderGroups.FindAsync([id], ct) is not { } old) return Problems.NotFound("order group", id);
        if (await db.MayLeadAsync(old.IncidentId, old.FromAgency, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(old.Version) is { } stale) return stale.Problem();
        var (incident, unknown) = await IncidentAtHand.FindAsync(old.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        var (group, orders, fault) = await db.IssueAsync(body.Order, incident, call, package, ct);
        if (group is null) return fault!.Problem();
        var (open, refusal) = old.Supersede(await db.OrdersOfAsync(old, ct), group.Id, orders, body.Reason);
        if (refusal is not null) return refusal.Problem();
        foreach (var order in open) await clocks.OrderTakenBackAsync(db, order, call, ct);
        await db.GoOutAsync(group, orders, clocks, ct);
        return TypedResults.Created($"/v1/order-groups/{group.Id}", OrderGroupView.Of(group, orders));
    }
}
