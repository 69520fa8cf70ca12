using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>The order that replaces another.</summary>
/// <param name="Task">What is asked instead.</param>
/// <param name="Reason">Why.</param>
public sealed record SupersedeOrder(OrderTask Task, OrderReason Reason = OrderReason.SituationChanged);

/// <summary>An order is replaced by another, which goes out in the same moment.</summary>
internal static class SupersedeOrderCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders/{id:guid}/supersede", Handle)
        .WithName("supersedeOrder").IsLifeSafety().WithSummary("An order is replaced by another, which goes out in the same moment.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Created<OrderView>, ProblemHttpResult>> Handle(
        Guid id, SupersedeOrder body, CommandDb db, Call call, JurisdictionPackage package, Clocks clocks, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([id], ct) is not { } old) return Problems.NotFound("order", id);
        if (await db.MayLeadAsync(old.IncidentId, old.FromAgency, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(old.Version) is { } stale) return stale.Problem();
        var (incident, unknown) = await IncidentAtHand.FindAsync(old.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        var ground = await MeasureGrounds.OfAsync(incident, body.Task.AddresseeKind, body.Task.Addressee, db, ct);
        var task = await body.Task.WithSuperiorAsync(db, package, call, ct);
        var (order, fault) = Order.Draft(Guid.CreateVersion7(), call.Exercise, incident.Id, old.ActivationId, call.Caller.Agency, task, ground, call.Now);
        if (order is null) return fault!.Problem();
        if ((old.Supersede(order.Id, body.Reason) ?? order.Issue(call.Now)) is { } refusal) return refusal.Problem();
        db.Add(order);
        await clocks.OrderTakenBackAsync(db, old, call, ct);
        await clocks.OrderIssuedAsync(db, order, call.Now, ct);
        return TypedResults.Created($"/v1/orders/{order.Id}", OrderView.Of(order));
    }
}
