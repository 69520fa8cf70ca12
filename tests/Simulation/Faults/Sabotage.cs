using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>What a test breaks on purpose, to see that a check finds it. Nothing of it exists in the code under test.</summary>
internal sealed class Sabotage
{
    /// <summary>How often a store says that it committed what it did not.</summary>
    internal double StoreLies { get; init; }

    /// <summary>What becomes of a message; null when it is lost though the broker confirmed it.</summary>
    internal Func<World, ReceivedEvent, ReceivedEvent?> Message { get; init; } = (_, e) => e;

    internal Action<SimulatedStore>? AfterCommit { get; init; }

    internal Func<IJournalStore, SimulatedStore, IJournalStore> Journal { get; init; } = (journal, _) => journal;

    internal Func<IClockStore, SimulatedStore, IClockStore> Clocks { get; init; } = (clocks, _) => clocks;

    /// <summary>A consumer that lets everything wait behind what it cannot handle.</summary>
    internal bool WaitsForTheFirst { get; init; }

    /// <summary>An operator's discard that does not let those after it go on.</summary>
    internal bool DiscardForgets { get; init; }
}
