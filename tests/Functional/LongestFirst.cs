using Coordination.Tests.Functional;
using Xunit.Sdk;
using Xunit.v3;

[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Coordination.Tests.Functional;

/// <summary>
/// Many scenarios wait more than they compute, so more of them than there are processors are played side by side; those that take minutes begin first,
/// or the machine would stand idle for the last of them at the end. No scenario may depend on the order.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        "Drills.MutationTests", "Telemetry.CanaryTests", "Up.UpTests", "Broker.BrokerLossTests", "Drills.DrillTests+Embedded", "Exchange.ReplicaTests",
        "BadInput.BadBodyTests", "Broker.LocalRabbitTests", "Exchange.BadReceiverTests+Embedded", "Telemetry.TraceTests",
    ];

    /// <summary>The runner queues all of them at once, and a thread takes what it queued last before what it queued first: the longest are at the end.</summary>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(Rank)];

    private static int Rank<TTestCollection>(TTestCollection collection) where TTestCollection : ITestCollection =>
        Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var rank ? rank : Longest.Length;
}
