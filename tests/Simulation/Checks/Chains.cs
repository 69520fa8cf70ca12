using Coordination.Contracts;

namespace Coordination.Tests.Simulation;

/// <summary>Positions without gaps, one chain of hashes, the head where the rows end, previous positions that are true, one leader at a time.</summary>
internal static class Chains
{
    internal static IEnumerable<string> Broken(Scenario scenario) =>
        new[] { ("shop", scenario.Shop), ("ledger", scenario.Ledger), ("board", scenario.Board) }
            .SelectMany(s => Of(s.Item2).Concat(s.Item2.Leadership.Violations.Distinct()).Select(v => $"journal of {s.Item1}: {v}"));

    private static IEnumerable<string> Of(SimulatedStore store)
    {
        var (position, hash) = (0L, JournalHash.Origin);
        var last = new Dictionary<(Guid, string), long>();
        foreach (var row in JournalRow.Of(store))
        {
            if (row.Position != ++position) yield return $"position {position} is missing";
            hash = JournalHash.Of(hash, row.Position, row.Previous, row.Header, row.Data);
            if (!hash.AsSpan().SequenceEqual(row.Hash)) yield return $"position {row.Position} has another hash than what is written there";
            var told = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, long>>(row.Previous)!;
            if (!told.OrderBy(t => t.Key).SequenceEqual(last.Where(l => l.Key.Item1 == row.Subject).Select(l => new KeyValuePair<string, long>(l.Key.Item2, l.Value)).OrderBy(t => t.Key)))
                yield return $"position {row.Position} names other predecessors than it has";
            last[(row.Subject, row.Type)] = position = row.Position;
            hash = row.Hash;
        }
        foreach (var (head, end) in store.Read("SELECT head, hash FROM journal_head", r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1))))
            if (head != position || !end.AsSpan().SequenceEqual(hash)) yield return $"the head stands at {head}, the rows end at {position}";
    }
}
