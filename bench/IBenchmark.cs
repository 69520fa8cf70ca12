namespace Coordination.Bench;

/// <summary>One operation measured beside its native twin: the same work, the same durability, no framework (quality.md 1.4).</summary>
internal interface IBenchmark
{
    string Name { get; }

    Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort);
}
