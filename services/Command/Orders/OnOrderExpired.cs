using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>A cordon or an evacuation reached its expiry: what is not finished ends by itself.</summary>
internal sealed class OnOrderExpired(CommandDb db, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Orders.FindAsync([clock.EntityId], ct) is not { } order || order.Cancel(OrderReason.Expired) is not null) return;
        await clocks.OrderOverAsync(order, ct);
        db.Append(order.IncidentId, order.Changed(order.FromAgency, clock.DueAt));
    }
}
