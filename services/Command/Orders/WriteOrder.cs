using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Orders;

/// <summary>An order of an incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Task">What is asked, and of whom.</param>
/// <param name="Draft">True to keep it back as a draft; otherwise it goes out at once.</param>
public sealed record WriteOrder(Guid IncidentId, OrderTask Task, bool Draft = false);

/// <summary>A commander orders.</summary>
internal static class WriteOrderCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/orders", Handle)
        .WithName("writeOrder").IsLifeSafety().WithSummary("A commander orders, at once or first as a draft.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Created<OrderView>, ProblemHttpResult>> Handle(
        WriteOrder body, CommandDb db, Call call, JurisdictionPackage package, Clocks clocks, CancellationToken ct)
    {
        var (incident, unknown) = await IncidentAtHand.FindAsync(body.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        var ground = await MeasureGrounds.OfAsync(incident, body.Task.AddresseeKind, body.Task.Addressee, db, ct);
        var task = await body.Task.WithSuperiorAsync(db, package, call, ct);
        var (order, refusal) = Order.Draft(Guid.CreateVersion7(), call.Exercise, incident.Id, null, call.Caller.Agency, task, ground, call.Now);
        if (order is null) return refusal!.Problem();
        db.Add(order);
        if (!body.Draft)
        {
            if (order.Issue(call.Now) is { } no) return no.Problem();
            await clocks.OrderIssuedAsync(db, order, call.Now, ct);
        }
        return TypedResults.Created($"/v1/orders/{order.Id}", OrderView.Of(order));
    }
}
