namespace Coordination.Tests.Simulation;

/// <summary>Every promise that a history broke, in words.</summary>
internal static class Facts
{
    internal static IReadOnlyList<string> Of(Scenario scenario, bool atRest) =>
    [
        .. scenario.EndedLoops,
        .. Chains.Broken(scenario),
        .. Writes.Broken(scenario),
        .. Effects.Broken(scenario, atRest),
        .. ClockHistories.Broken(scenario, atRest),
    ];

    /// <summary>Why it does not come to rest, once the faults have ended.</summary>
    internal static IEnumerable<string> Blocked(Scenario scenario)
    {
        if (!scenario.Clients.AreDone) yield return "blocked: a client's command was never acknowledged";
        if (Rest.Unsealed(scenario) is > 0 and var unsealed) yield return $"blocked: {unsealed} events were never sealed";
        if (Rest.Ticking(scenario) is > 0 and var ticking) yield return $"blocked: {ticking} clocks never fired";
        foreach (var owed in Rest.Missing(scenario).Take(5)) yield return $"blocked: {owed.Consumer} never had {owed.Row.Source} {owed.Row.Position}";
    }
}
