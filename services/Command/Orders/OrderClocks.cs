using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>The clocks of an order: delivery, acknowledgement, progress, completion, and the expiry of a measure.</summary>
internal static class OrderClocks
{
    public static async Task OrderIssuedAsync(this Clocks clocks, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.AgainAsync("order.deliver", order, at, null, ct);
        if (order.Revision > 1) return;
        if (order.Task.DueAt is { } due) await clocks.AgainAsync("order.complete", order, at, due, ct);
        if (order.Task.ExpiresAt is { } end) await clocks.AgainAsync("order.expire", order, at, end, ct);
    }

    public static async Task OrderDeliveredAsync(this Clocks clocks, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("order.deliver", order.Id, at, ct);
        await clocks.AgainAsync("order.acknowledge", order, at, null, ct);
    }

    public static async Task OrderStartedAsync(this Clocks clocks, Order order, DateTimeOffset at, CancellationToken ct)
    {
        if (order.Task.ProgressEveryMinutes is { } minutes) await clocks.AgainAsync("order.progress", order, at, at.AddMinutes(minutes), ct);
    }

    public static async Task OrderProgressedAsync(this Clocks clocks, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("order.progress", order.Id, at, ct);
        await clocks.OrderStartedAsync(order, at, ct);
    }

    public static async Task OrderCompletedAsync(this Clocks clocks, Order order, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync("order.complete", order.Id, at, ct);
        await clocks.StopAsync("order.progress", order.Id, at, ct);
    }

    /// <summary>Nobody owes anything on it any more. What was met or broken stays so.</summary>
    public static async Task OrderOverAsync(this Clocks clocks, Order order, CancellationToken ct)
    {
        foreach (var key in (string[])["order.deliver", "order.acknowledge", "order.progress", "order.complete", "order.expire"])
            await clocks.CancelAsync(key, order.Id, ct);
    }

    /// <summary>Starts a clock, or its next occurrence where one ran before.</summary>
    public static async Task AgainAsync(this Clocks clocks, string key, Order order, DateTimeOffset from, DateTimeOffset? due, CancellationToken ct) =>
        clocks.Start(key, order.Id, order.IncidentId, from, due: due, occurrence: (await clocks.FindAsync(key, order.Id, ct))?.Occurrence + 1 ?? 0);
}
