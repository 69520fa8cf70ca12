using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>
/// An order was not delivered or not acknowledged in time: the alternate is asked, and after a time of its own the superior; at once where the alternate has
/// nobody on duty either.
/// </summary>
internal sealed class OnOrderUnanswered(CommandDb db, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([clock.EntityId], ct) is not { } order || order.Escalate() is not null) return;
        db.Append(order.IncidentId, order.Escalated(clock.DueAt));
        await db.PassOffDutyAsync(order, clock.DueAt, ct);
        if (order is { Escalation: OrderEscalation.Alternate, Task.SuperiorAgency: not null }) await clocks.AgainAsync(db, "order.alternate", order, clock.DueAt, null, ct);
    }
}
