using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Orders.Many;

/// <summary>Issues and reads the orders of a group.</summary>
internal static class OrdersToMany
{
    /// <summary>Issues them all, or none: then it says which recipient and which rule.</summary>
    public static async Task<(OrderGroup?, IReadOnlyList<Order>, Refusal?)> IssueAsync(
        this CommandDb db, OrderToMany order, Incident incident, Call call, JurisdictionPackage package, CancellationToken ct)
    {
        var asked = new List<(OrderTask, MeasureGround)>();
        var tree = await db.TreeAsync(package, call, ct);
        foreach (var task in order.Tasks())
            asked.Add((task.WithSuperior(tree), await MeasureGrounds.OfAsync(incident, task.AddresseeKind, task.Addressee, db, ct)));
        return OrderGroup.Issue(Guid.CreateVersion7(), call.Exercise, incident.Id, call.Caller.Agency, asked, call.Now);
    }

    /// <summary>What follows from it: rows, clocks and events.</summary>
    public static async Task GoOutAsync(this CommandDb db, OrderGroup group, IReadOnlyList<Order> orders, Clocks clocks, CancellationToken ct)
    {
        db.Add(group);
        foreach (var order in orders)
        {
            db.Add(order);
            await clocks.OrderIssuedAsync(db, order, group.IssuedAt, ct);
        }
    }

    public static Task<List<Order>> OrdersOfAsync(this CommandDb db, OrderGroup group, CancellationToken ct) => db.Orders.Where(o => o.GroupId == group.Id).ToListAsync(ct);
}
