namespace Coordination.Tests.Chaos;

/// <summary>Tests that start a region of their own in one process: one after the other, beside the cells of the shared region, which mostly wait.</summary>
[CollectionDefinition]
public sealed class OneProcess;
