namespace Coordination.Tests.Chaos;

/// <summary>Cells that start a region of their own, one after the other and beside nothing else.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
