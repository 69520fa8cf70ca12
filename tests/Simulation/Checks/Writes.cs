namespace Coordination.Tests.Simulation;

/// <summary>What was acknowledged is stored, what is stored was asked for, and each command had its effect once, state and event alike.</summary>
internal static class Writes
{
    internal static IEnumerable<string> Broken(Scenario scenario)
    {
        var told = JournalRow.Of(scenario.Shop).Where(r => r.Type == "shop.thing-raised.v1").Select(r => r.Command!.Value).ToList();
        var waiting = scenario.Shop.Read("SELECT data FROM journal WHERE position IS NULL AND type = 'shop.thing-raised.v1'", r => System.Text.Json.JsonSerializer.Deserialize<ThingRaised>(r.GetFieldValue<byte[]>(0), Contracts.Wire.Json)!.CommandId);
        var events = told.Concat(waiting).ToList();
        var stored = scenario.Shop.Read("SELECT id FROM commands", r => r.GetGuid(0)).ToHashSet();
        var clocks = scenario.Shop.Count("clocks");
        foreach (var id in scenario.Clients.Acknowledged.Where(id => !stored.Contains(id)))
            if (!scenario.Clients.IsWatch(id)) yield return $"lost: command {id} was acknowledged";
        if (scenario.Clients.Acknowledged.Count(scenario.Clients.IsWatch) > clocks) yield return "lost: a clock whose start was acknowledged";
        foreach (var id in stored.Concat(events).Where(id => !scenario.Clients.Attempted.Contains(id))) yield return $"unexpected: command {id} was never sent";
        foreach (var twice in events.GroupBy(e => e).Where(g => g.Count() > 1)) yield return $"duplicated: command {twice.Key} is told {twice.Count()} times";
        var versions = scenario.Shop.Read("SELECT coalesce(sum(version), 0) FROM things", r => r.GetInt64(0))[0];
        if (versions != events.Count) yield return $"state and events differ: {versions} changes, {events.Count} events";
    }
}
