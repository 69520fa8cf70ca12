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

    /// <summary>How far the middle half of the values lies apart, as a share of their median.</summary>
    internal static double Spread(IReadOnlyList<double> values) => (Quantile(values, 0.75) - Quantile(values, 0.25)) / Median(values);

    /// <summary>Bootstrap 90 % interval of the median; a fixed seed, so that the same sample gives the same answer.</summary>
    internal static (double Low, double High) Interval(IReadOnlyList<double> values)
    {
        var random = new Random(1);
        var medians = Enumerable.Range(0, 1000).Select(_ => Median([.. Enumerable.Range(0, values.Count).Select(_ => values[random.Next(values.Count)])])).ToList();
        return (Quantile(medians, 0.05), Quantile(medians, 0.95));
    }
}
