namespace Coordination.CommandLine.Up;

/// <summary>One process of a region: what to run, with which settings, and where it then listens.</summary>
internal sealed record Part(string Name, string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, Uri Address)
{
    /// <summary>A command before the program itself, which runs it elsewhere: in a namespace, under other limits.</summary>
    internal IReadOnlyList<string> Launcher { get; init; } = [];
}

/// <summary>What a part is doing.</summary>
internal enum PartState { Waiting, Starting, Ready, Silent, Ended, Stopped }

/// <summary>What a part looks like now; <c>Said</c> is its newest line of log.</summary>
internal sealed record PartView(string Name, PartState State, int? Process, Uri Address, int Restarts, string Said);
