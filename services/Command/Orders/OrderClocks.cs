using Coordination.Command.Incidents;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>The clocks of an order: delivery, acknowledgement, progress, completion, and the expiry of a measure.</summary>
internal static class OrderClocks
{
    /// <summary>It goes out: the region is told, those who are off duty are passed over, and whoever it goes to has the time of every other.</summary>
    public static async Task OrderIssuedAsync(this Clocks clocks, CommandDb db, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await db.ShareIncidentAsync(order, at, ct);
        db.Append(order.IncidentId, order.Issued());
        await db.PassOffDutyAsync(order, at, ct);
        await clocks.AgainAsync(db, "order.deliver", order, at, null, ct);
        if (order.Revision > 1) return;
        if (order.Task.DueAt is { } due) await clocks.AgainAsync(db, "order.complete", order, at, due, ct);
        if (order.Task.ExpiresAt is { } end) await clocks.AgainAsync(db, "order.expire", order, at, end, ct);
    }

    public static async Task OrderDeliveredAsync(this Clocks clocks, CommandDb db, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("order.deliver", order.Id, at, ct);
        await clocks.AgainAsync(db, "order.acknowledge", order, at, null, ct);
    }

    public static async Task OrderAcknowledgedAsync(this Clocks clocks, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("order.acknowledge", order.Id, at, ct);
        await clocks.StopAsync("order.alternate", order.Id, at, ct);
    }

    public static async Task OrderStartedAsync(this Clocks clocks, CommandDb db, Order order, DateTimeOffset at, CancellationToken ct)
    {
        if (order.Task.ProgressEveryMinutes is { } minutes) await clocks.AgainAsync(db, "order.progress", order, at, at.AddMinutes(minutes), ct);
    }

    public static async Task OrderProgressedAsync(this Clocks clocks, CommandDb db, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("order.progress", order.Id, at, ct);
        await clocks.OrderStartedAsync(db, order, at, ct);
    }

    public static async Task OrderCompletedAsync(this Clocks clocks, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("order.complete", order.Id, at, ct);
        await clocks.StopAsync("order.progress", order.Id, at, ct);
    }

    /// <summary>Nobody owes work on it while something stands in its way. A measure still ends when it said: it is in force as far as it went.</summary>
    public static async Task OrderBlockedAsync(this Clocks clocks, Order order, CancellationToken ct)
    {
        foreach (var key in (string[])["order.deliver", "order.acknowledge", "order.alternate", "order.progress", "order.complete"])
            await clocks.CancelAsync(key, order.Id, ct);
    }

    /// <summary>Nobody owes anything on it any more. What was met or broken stays so.</summary>
    public static async Task OrderOverAsync(this Clocks clocks, Order order, CancellationToken ct)
    {
        await clocks.OrderBlockedAsync(order, ct);
        await clocks.CancelAsync("order.expire", order.Id, ct);
    }

    /// <summary>It was taken back or replaced: nobody owes anything on it, and the region is told.</summary>
    public static async Task OrderTakenBackAsync(this Clocks clocks, CommandDb db, Order order, Call call, CancellationToken ct)
    {
        await clocks.OrderOverAsync(order, ct);
        db.Append(order.IncidentId, order.Changed(call.Caller.Agency, call.Now));
    }

    /// <summary>Starts a clock, or its next occurrence where one ran before, with the values of the incident's place, category and grade.</summary>
    public static async Task AgainAsync(
        this Clocks clocks, CommandDb db, string key, Order order, DateTimeOffset from, DateTimeOffset? due, CancellationToken ct)
    {
        var incident = await db.Incidents.FindAsync([order.IncidentId], ct);
        await clocks.StartNextAsync(key, order.Id, order.IncidentId, from, incident?.Scope(), ct, due);
    }
}
