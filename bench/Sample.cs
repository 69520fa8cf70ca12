namespace Coordination.Bench;

/// <summary>Quartiles, and how sure a ratio is (quality.md 1.5).</summary>
internal static class Sample
{
    internal static double Median(IReadOnlyList<double> values) => Quantile(values, 0.5);

    internal static double Quantile(IReadOnlyList<double> values, double q)
    {
        var sorted = values.Order().ToList();
        var at = q * (sorted.Count - 1);
        var below = (int)at;
        return below + 1 < sorted.Count ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    /// <summary>Lower end of the bootstrap 90 % interval of the median of ratios; a fixed seed, so that the same sample gives the same answer.</summary>
    internal static double Low(IReadOnlyList<double> ratios)
    {
        var random = new Random(1);
        var medians = Enumerable.Range(0, 1000).Select(_ => Median([.. Enumerable.Range(0, ratios.Count).Select(_ => ratios[random.Next(ratios.Count)])])).ToList();
        return Quantile(medians, 0.05);
    }
}
