using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>An order was not delivered or not acknowledged in time: the alternate is asked, then the superior, each with a clock of its own.</summary>
internal sealed class OnOrderUnanswered(CommandDb db, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([clock.EntityId], ct) is not { } order || order.Escalate() is not null) return;
        await clocks.AgainAsync(clock.Key, order, clock.DueAt, null, ct);
        db.Append(order.IncidentId, order.Escalated(clock.DueAt));
    }
}
