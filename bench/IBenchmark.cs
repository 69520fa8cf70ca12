namespace Coordination.Bench;

/// <summary>One operation measured beside its native twin: the same work, the same durability, no framework (quality.md 1.4).</summary>
internal interface IBenchmark
{
    string Name { get; }

    Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, bool quick);
}

/// <summary>A measured figure.</summary>
/// <param name="Name">What.</param>
/// <param name="Unit">ms, MB, status.</param>
/// <param name="Ours">Median of ours.</param>
/// <param name="Floor">Median of the twin in the same run; null where the goal is absolute.</param>
/// <param name="Goal">Bound on <see cref="Ratio"/>, or on <see cref="Ours"/> where there is no twin.</param>
/// <param name="Low">Lower end of the bootstrap 90 % interval of the ratio; the goal is missed when even this exceeds it.</param>
internal sealed record Result(string Name, string Unit, double Ours, double? Floor, double Goal, double? Low = null)
{
    public double? Ratio => Ours / Floor;

    public bool Met => (Low ?? Ratio ?? Ours) <= Goal;
}
