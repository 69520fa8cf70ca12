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
        "Drills.MutationTests+Even", "Drills.MutationTests+Odd", "Up.UpTests", "Broker.BrokerLossTests", "Exchange.ReplicaTests",
        "BadInput.BadBodyTests", "Broker.LocalRabbitTests", "Exchange.BadReceiverTests+Embedded", "Telemetry.TraceTests",
    ];

    /// <summary>The runner queues all of them at once. The thread that queued them takes the last first, the others take the first: there stand the longest.</summary>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.Where(c => Rank(c) > 0).OrderBy(Rank), .. testCollections.Where(c => Rank(c) == 0)];

    private static int Rank<TTestCollection>(TTestCollection collection) where TTestCollection : ITestCollection =>
        Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var rank ? rank : Longest.Length;
}
