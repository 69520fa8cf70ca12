namespace Coordination.Resources.Recommendations;

/// <summary>What is needed, where the way is judged by minutes, and within how many it should be there.</summary>
internal sealed record Need(string TypeCode, int Quantity, double? WithinMinutes);

/// <summary>Sets of what could go, best first. It proposes; a person chooses.</summary>
internal static class Recommendation
{
    /// <summary>Up to three sets, one for each aim, those that are there in time before those that are not; one that is all there is where that is too little.</summary>
    internal static IReadOnlyList<RecommendedSet> Of(IReadOnlyList<Candidate> candidates, Need need, RecommendationSettings settings)
    {
        var weights = new Weights(candidates, need, settings);
        if (candidates.Count == 0) return [];
        if (candidates.Sum(c => (long)c.Quantity) < need.Quantity)
            return [RecommendedSet.Of([RecommendationAim.Balanced], [.. candidates.OrderBy(weights.Balanced)], need, weights, gapPercent: 0)];
        var found = new List<(RecommendationAim Aim, IReadOnlyList<Candidate> Chosen, double Gap)>
        {
            Choose(RecommendationAim.Balanced, candidates, weights.Balanced),
            Choose(RecommendationAim.Fastest, weights.FirstThatSuffice(), weights.Balanced),
            Choose(RecommendationAim.SparesCover, candidates, weights.Sparing),
        };
        return
        [
            .. found.GroupBy(f => f.Chosen, SameCandidates.Instance)
                .Select(g => RecommendedSet.Of([.. g.Select(f => f.Aim)], g.Key, need, weights, g.Max(f => f.Gap)))
                .OrderByDescending(s => s.IsInTime != false).ThenBy(s => s.Weight).ThenBy(s => s.Aims[0]),
        ];

        (RecommendationAim, IReadOnlyList<Candidate>, double) Choose(RecommendationAim aim, IReadOnlyList<Candidate> from, Func<Candidate, double> weight)
        {
            var choice = CoverChoice.Lightest([.. from.Select(c => new CoverItem(c.Quantity, weight(c)))], need.Quantity)!;
            return (aim, [.. choice.Chosen.Select(n => from[n])], choice.GapPercent);
        }
    }

    private sealed class SameCandidates : IEqualityComparer<IReadOnlyList<Candidate>>
    {
        internal static readonly SameCandidates Instance = new();

        public bool Equals(IReadOnlyList<Candidate>? x, IReadOnlyList<Candidate>? y) => x is not null && y is not null && x.Count == y.Count && x.ToHashSet(ReferenceEqualityComparer.Instance).SetEquals(y);

        public int GetHashCode(IReadOnlyList<Candidate> set) => set.Aggregate(0, (hash, c) => hash ^ System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(c));
    }
}
