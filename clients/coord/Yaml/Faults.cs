namespace Coordination.CommandLine.Yaml;

/// <summary>What is wrong with a file, each with its line.</summary>
internal sealed class Faults
{
    private readonly List<Fault> found = [];

    internal IReadOnlyList<Fault> Found => [.. found.OrderBy(f => f.Line)];

    internal void Add(int line, string says) => found.Add(new(line, says));
}

/// <summary>One fault.</summary>
internal sealed record Fault(int Line, string Says);
