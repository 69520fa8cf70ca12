namespace Coordination.Tests.Simulation;

/// <summary>Each event has each effect once and in the order of its subject; at rest none is missing, but for those an operator discarded.</summary>
internal static class Effects
{
    internal static IEnumerable<string> Broken(Scenario scenario, bool atRest) =>
        Owing.Of(scenario).GroupBy(o => o.Consumer).SelectMany(c => Of(scenario, c.Key, [.. c.Select(o => o.Row)], atRest).Select(v => $"{c.Key}: {v}"));

    private static IEnumerable<string> Of(Scenario scenario, string consumer, IReadOnlyList<JournalRow> owed, bool atRest)
    {
        var store = Owing.StoreOf(scenario, consumer);
        var effects = store.Read("SELECT source, position, event_id, subject FROM effects ORDER BY number", r => (Source: r.GetString(0), Position: r.GetInt64(1), Id: r.GetGuid(2), Subject: r.GetGuid(3)));
        var discarded = store.Read("SELECT source, position FROM inbox WHERE discarded", r => (r.GetString(0), r.GetInt64(1))).ToHashSet();
        var rows = owed.ToDictionary(r => (r.Source, r.Position));
        foreach (var twice in effects.GroupBy(e => (e.Source, e.Position)).Where(g => g.Count() > 1)) yield return $"duplicated: {twice.Key} had its effect {twice.Count()} times";
        foreach (var e in effects.Where(e => !rows.TryGetValue((e.Source, e.Position), out var row) || row.Id != e.Id)) yield return $"unexpected: the effect of {e.Source} {e.Position}, which was never sealed so";
        foreach (var lane in effects.GroupBy(e => (e.Source, e.Subject)))
            foreach (var (earlier, later) in lane.Zip(lane.Skip(1)).Where(p => p.First.Position > p.Second.Position))
                yield return $"order: {later.Source} {later.Position} came after {earlier.Position} of the same subject";
        if (!atRest) yield break;
        var had = effects.Select(e => (e.Source, e.Position)).ToHashSet();
        foreach (var row in owed.Where(r => !had.Contains((r.Source, r.Position)) && !discarded.Contains((r.Source, r.Position)))) yield return $"lost: {row.Source} {row.Position} had no effect";
        if (store.Count("deferred") is > 0 and var left) yield return $"{left} events are still set aside";
        if (consumer != "board") yield break;
        var imported = store.Read("SELECT id FROM journal WHERE is_imported", r => r.GetGuid(0));
        if (!imported.Order().SequenceEqual(owed.Select(r => r.Id).Order())) yield return $"its own sequence holds {imported.Count} events of {owed.Count}";
    }
}
