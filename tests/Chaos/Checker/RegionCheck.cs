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
            if (copy.Name == "command") cells.Add(OrderRegister.Check(copy));
            if (copy.Name.StartsWith("resources", StringComparison.Ordinal)) cells.Add(UnitRegister.Check(copy));
            // Exchange takes every event of the region; what the others take is a part of that.
            if (copy.Name == "exchange") cells.Add(EventRegister.Check(copy, copies, _ => true));
            cells.Add(Cell.Of($"set aside at {copy.Name}", copy.Inbox.Count, copy.Inbox.Count(i => !i.Discarded), 0, Waiting(copy), [], []));
        }
        return cells;
    }

    internal static string Report(IEnumerable<Cell> cells) => string.Join('\n', cells.Select(c => c.ToString()).Prepend(Cell.Heading));

    private static IReadOnlyList<string> Waiting(ServiceCopy copy) => copy.Deferred == 0 ? [] : [$"{copy.Deferred} events wait to be handled"];
}
