using System.Runtime.InteropServices;

namespace Coordination.Resources.Recommendations;

/// <summary>Something that could be chosen whole: how many it brings, and what choosing it weighs (0 or more).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CoverItem(int Quantity, double Weight);

/// <summary>A choice that brings at least what is needed.</summary>
/// <param name="Chosen">Places in the list of items, ascending.</param>
/// <param name="Weight">Sum of their weights.</param>
/// <param name="Bound">No choice weighs less than this; equal to the weight where the choice is proven the lightest.</param>
internal sealed record CoverChoice(IReadOnlyList<int> Chosen, double Weight, double Bound)
{
    /// <summary>Steps of the exact method that fit into a few tens of milliseconds.</summary>
    private const long Steps = 10_000_000;

    /// <summary>By how much it may be heavier than the lightest, in per cent: by its bound, and never more than the method leaves.</summary>
    internal double GapPercent => Weight <= Bound ? 0 : Bound > 0 ? Math.Min(100, (Weight - Bound) / Bound * 100) : 100;

    /// <summary>
    /// The lightest choice that brings at least so many (the minimum knapsack cover). Exact where items times quantity stay small, as those of one type do;
    /// beyond, at most twice as heavy as the lightest, with the bound that says how much it is (J. Csirik et al., Heuristics for the 0-1 min-knapsack problem, 1991).
    /// Null when all together bring less.
    /// </summary>
    internal static CoverChoice? Lightest(IReadOnlyList<CoverItem> items, int need, long steps = Steps)
    {
        if (items.Sum(i => (long)i.Quantity) < need) return null;
        if (need <= 0) return new([], 0, 0);
        var useful = Useful(items, need);
        return (long)useful.Count * need <= steps ? Exact(items, useful, need) : Greedy(items, useful, need);
    }

    /// <summary>Of items that bring the same, only the lightest can be in a lightest choice, and no more of them than it takes.</summary>
    private static List<int> Useful(IReadOnlyList<CoverItem> items, int need) =>
    [
        .. Enumerable.Range(0, items.Count).Where(i => items[i].Quantity > 0).GroupBy(i => Math.Min(items[i].Quantity, need))
            .SelectMany(g => g.OrderBy(i => items[i].Weight).ThenBy(i => i).Take((need + g.Key - 1) / g.Key)),
    ];

    private static CoverChoice Exact(IReadOnlyList<CoverItem> items, List<int> useful, int need)
    {
        var lightest = new double[need + 1];
        Array.Fill(lightest, double.PositiveInfinity, 1, need);
        var taken = new System.Collections.BitArray(useful.Count * (need + 1));
        for (var n = 0; n < useful.Count; n++)
        {
            var (quantity, weight) = items[useful[n]];
            for (var q = need; q > 0; q--)
            {
                if (lightest[Math.Max(0, q - quantity)] + weight is var with && with >= lightest[q]) continue;
                lightest[q] = with;
                taken[n * (need + 1) + q] = true;
            }
        }
        var chosen = new List<int>();
        for (var (n, left) = (useful.Count - 1, need); left > 0; n--)
        {
            if (!taken[n * (need + 1) + left]) continue;
            chosen.Add(useful[n]);
            left = Math.Max(0, left - items[useful[n]].Quantity);
        }
        var weighed = chosen.Sum(i => items[i].Weight);
        return new([.. chosen.Order()], weighed, weighed);
    }

    private static CoverChoice Greedy(IReadOnlyList<CoverItem> items, List<int> useful, int need)
    {
        var order = useful.OrderBy(i => items[i].Weight / Math.Min(items[i].Quantity, need)).ThenBy(i => i).ToList();
        var (small, sum, weight, bound) = (new List<int>(), 0L, 0.0, 0.0);
        (List<int> Chosen, double Weight) best = ([], double.PositiveInfinity);
        var left = (double)need;
        foreach (var i in order)
        {
            var share = Math.Min(1, left / items[i].Quantity);
            (bound, left) = (bound + share * items[i].Weight, left - share * items[i].Quantity);
            if (sum + items[i].Quantity < need)
            {
                small.Add(i);
                (sum, weight) = (sum + items[i].Quantity, weight + items[i].Weight);
            }
            else if (weight + items[i].Weight < best.Weight)
            {
                best = ([.. small, i], weight + items[i].Weight);
            }
        }
        var lean = WithoutTheNeedless(items, best.Chosen, need);
        return new([.. lean.Order()], lean.Sum(i => items[i].Weight), bound);
    }

    private static List<int> WithoutTheNeedless(IReadOnlyList<CoverItem> items, List<int> chosen, int need)
    {
        var surplus = chosen.Sum(i => (long)items[i].Quantity) - need;
        var kept = new List<int>();
        foreach (var i in chosen.OrderByDescending(i => items[i].Weight))
        {
            if (items[i].Quantity <= surplus) surplus -= items[i].Quantity;
            else kept.Add(i);
        }
        return kept;
    }
}
