namespace Coordination.Tests.Chaos;

/// <summary>An order skips no state. The table is written down here once more: it does not take the service's word for it.</summary>
internal static class OrderRegister
{
    private static readonly string[] TakenBack = ["Cancelled", "Superseded"];

    private static readonly Dictionary<string, string[]> Next = new()
    {
        ["Drafted"] = ["Issued"],
        ["Issued"] = ["Delivered"],
        ["Delivered"] = ["Acknowledged"],
        ["Acknowledged"] = ["Accepted", "Declined", "ClarificationAsked"],
        ["ClarificationAsked"] = ["Issued"],
        ["Accepted"] = ["InProgress"],
        ["InProgress"] = ["InProgress", "Completed", "Failed", "Blocked"],
        ["Blocked"] = [],
        ["Completed"] = ["Verified"],
    };

    internal static Cell Check(ServiceCopy command)
    {
        var (states, unexpected, moves) = (new Dictionary<Guid, string>(), new List<string>(), 0);
        foreach (var e in command.Journal.Where(e => e.Type is "command.order-issued.v1" or "command.order-changed.v1"))
        {
            var (order, to) = (e.GuidOf("orderId"), e.Type == "command.order-issued.v1" ? "Issued" : e.TextOf("state"));
            var from = states.GetValueOrDefault(order, "Drafted");
            if (!Next.TryGetValue(from, out var next) || !(next.Contains(to) || TakenBack.Contains(to))) unexpected.Add($"order {order} went from {from} to {to} at {e.Position}");
            states[order] = to;
            moves++;
        }
        return Cell.Of("order states", moves, moves, 0, [], [], unexpected);
    }
}

/// <summary>A unit serves one fill at any instant: an interval sweep over the journal.</summary>
internal static class UnitRegister
{
    internal static Cell Check(ServiceCopy resources)
    {
        var (holders, duplicated, moves) = (new Dictionary<Guid, Guid>(), new List<string>(), 0);
        foreach (var e in resources.OfType("resources.unit-moved.v1"))
        {
            moves++;
            var (unit, fill) = (e.GuidOf("unitId"), e.MaybeGuidOf("fillId"));
            if (e.TextOf("state") is not ("Alerted" or "Assigned" or "EnRoute" or "OnScene")) holders.Remove(unit);
            else if (fill is { } taken)
            {
                if (holders.TryGetValue(unit, out var holder) && holder != taken) duplicated.Add($"unit {unit} was given to {taken} at {e.Position} while it served {holder}");
                holders[unit] = taken;
            }
        }
        return Cell.Of($"units of {resources.Name}", moves, moves, 0, [], duplicated, []);
    }
}

/// <summary>Each clock is breached once, at its due moment; at rest none is overdue.</summary>
internal static class ClockRegister
{
    internal static Cell Check(ServiceCopy service, long now)
    {
        var breaches = service.Own.Where(e => e.Type == "clocks.clock-changed.v1" && e.TextOf("state") == "Breached").Select(e => e.GuidOf("clockId")).ToLookup(id => id);
        var breached = service.Clocks.Where(c => c.State == "Breached").ToList();
        return Cell.Of($"clocks of {service.Name}", service.Clocks.Count, breached.Count, 0,
            lost:
            [
                .. breached.Where(c => !breaches.Contains(c.Id)).Select(c => $"{c.Key} {c.Id} is breached, and no event tells it"),
                .. service.Clocks.Where(c => c.State is "Running" or "Scheduled" && c.WakeAt < now).Select(c => $"{c.Key} {c.Id} is overdue"),
            ],
            duplicated: [.. breaches.Where(b => b.Count() > 1).Select(b => $"{b.Key} is breached {b.Count()} times")],
            unexpected:
            [
                .. breached.Where(c => c.BreachedAt != c.DueAt).Select(c => $"{c.Key} {c.Id} is breached at another moment than it was due"),
                .. breaches.Select(b => b.Key).Except(service.Clocks.Select(c => c.Id)).Select(id => $"a breach of {id}, which is no clock"),
            ]);
    }
}
