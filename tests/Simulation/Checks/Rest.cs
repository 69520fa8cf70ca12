using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>When everything that can be done is done: sealed, handed over, handled, fired; and what is set aside waits only behind what cannot be handled.</summary>
internal static class Rest
{
    internal static bool Reached(Scenario scenario) =>
        scenario.Clients.AreDone && Unsealed(scenario) == 0 && Ticking(scenario) == 0 && !Missing(scenario).Any();

    internal static long Unsealed(Scenario scenario) =>
        new[] { scenario.Shop, scenario.Ledger, scenario.Board }.Sum(s => s.Count("journal WHERE position IS NULL"));

    internal static long Ticking(Scenario scenario) => scenario.Shop.Count("clocks WHERE state IN ('Running', 'Scheduled')");

    /// <summary>Events that their consumer is not done with, though nothing that cannot be handled stands before them.</summary>
    internal static IEnumerable<Owed> Missing(Scenario scenario)
    {
        var owed = Owing.Of(scenario).ToList();
        var done = new[] { "ledger", "board" }.ToDictionary(c => c, c => Owing.StoreOf(scenario, c)
            .Read("SELECT source, position FROM inbox", r => (r.GetString(0), r.GetInt64(1))).ToHashSet());
        var stuck = owed.Where(o => o.Consumer == "ledger" && scenario.Poison.Stubborn.Contains(o.Row.Command ?? default))
            .GroupBy(o => o.Row.Subject).ToDictionary(g => g.Key, g => g.Min(o => o.Row.Position));
        return owed.Where(o => !done[o.Consumer].Contains((o.Row.Source, o.Row.Position))
            && !(o.Consumer == "ledger" && stuck.TryGetValue(o.Row.Subject, out var first) && o.Row.Position >= first));
    }
}
