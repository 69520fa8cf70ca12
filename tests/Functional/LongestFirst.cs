using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Coordination.Tests.Functional.LongestFirst))]

namespace Coordination.Tests.Functional;

/// <summary>Two collections run side by side: what takes longest begins first, or the run ends with one core idle.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(Drills.MutationTests), nameof(DistributedRegion)];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Place(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Place(string name) => Array.FindIndex(Long, l => name.Contains(l, StringComparison.Ordinal)) is var place and >= 0 ? place : Long.Length;
}
