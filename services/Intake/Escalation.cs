using Coordination.Platform;

namespace Coordination.Intake;

/// <summary>What waits for a look goes up the chain of the package, step by step, for as long as nobody looks.</summary>
internal static class Escalation
{
    /// <summary>The step that is asked now, from 1, and who that is; the one after it has the same time. Null when the chain is at its end.</summary>
    internal static (int Step, string Role)? AskNext(this Clocks clocks, Clock clock, IReadOnlyList<string> chain)
    {
        if (clock.Occurrence >= chain.Count) return null;
        var step = clock.Occurrence + 1;
        if (step < chain.Count) clocks.Start(clock.Key, clock.EntityId, clock.Subject, clock.DueAt, occurrence: step);
        return (step, chain[step - 1]);
    }
}
