namespace Coordination.Tests.Chaos;

/// <summary>The offline checker: client log and database copies in, one cell for each register out.</summary>
internal static class RegionCheck
{
    /// <summary>Checks a region at rest.</summary>
    /// <param name="copies">All its services.</param>
    /// <param name="log">All its clients.</param>
    /// <param name="now">When the copies were taken.</param>
    internal static IReadOnlyList<Cell> Of(IReadOnlyList<ServiceCopy> copies, IReadOnlyList<Operation> log, DateTimeOffset now)
    {
        var cells = new List<Cell>();
        var micros = (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        foreach (var copy in copies)
        {
            cells.Add(ChainRegister.Check(copy));
            cells.Add(ClockRegister.Check(copy, micros));
            if (copy.Name == "intake") cells.Add(KeyedRegister.Check("reports", log, copy, "intake.report-received.v1", "reportId"));
            if (copy.Name == "command") cells.AddRange(Orders(log, copy));
            if (copy.Name.StartsWith("resources", StringComparison.Ordinal)) cells.AddRange(Resources(log, copy));
            // Exchange takes every event of the region; what the others take is a part of that.
            if (copy.Name == "exchange") cells.Add(EventRegister.Check(copy, copies, _ => true));
            cells.Add(Cell.Of($"set aside at {copy.Name}", copy.Inbox.Count, copy.Inbox.Count(i => !i.Discarded), 0, Waiting(copy), [], []));
        }
        return cells;
    }

    private static IEnumerable<Cell> Orders(IReadOnlyList<Operation> log, ServiceCopy command) =>
    [
        KeyedRegister.Check("orders", log, command, "command.order-issued.v1", "orderId"),
        MoveRegister.Check("order moves", log, command, "command.order-changed.v1", "orderId"),
        OrderRegister.Check(command),
    ];

    private static IEnumerable<Cell> Resources(IReadOnlyList<Operation> log, ServiceCopy resources) =>
    [
        KeyedRegister.Check("leases", log, resources, "resources.resources-offered.v1", "fillId"),
        MoveRegister.Check("lease returns", log, resources, "resources.fill-moved.v1", "fillId"),
        LeaseRegister.Check(resources),
        UnitRegister.Check(resources),
    ];

    internal static string Report(IEnumerable<Cell> cells) => string.Join('\n', cells.Select(c => c.ToString()).Prepend(Cell.Heading));

    private static IReadOnlyList<string> Waiting(ServiceCopy copy) => copy.Deferred == 0 ? [] : [$"{copy.Deferred} events wait to be handled"];
}
