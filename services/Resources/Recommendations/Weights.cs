namespace Coordination.Resources.Recommendations;

/// <summary>What it weighs to send a candidate, in minutes of travel.</summary>
internal sealed class Weights
{
    private readonly IReadOnlyList<Candidate> candidates;
    private readonly Need need;
    private readonly RecommendationSettings settings;
    private readonly Dictionary<string, long> dearest;

    internal Weights(IReadOnlyList<Candidate> candidates, Need need, RecommendationSettings settings)
    {
        (this.candidates, this.need, this.settings) = (candidates, need, settings);
        // Amounts of two currencies say nothing about each other.
        dearest = candidates.Where(c => c is { HourlyCostMinor: > 0, Currency: not null }).GroupBy(c => c.Currency!).ToDictionary(g => g.Key, g => g.Max(c => c.HourlyCostMinor!.Value));
        Nearest = candidates.Where(c => c.Minutes is not null).Select(c => c.Minutes).Min();
    }

    /// <summary>The shortest way of all.</summary>
    internal double? Nearest { get; }

    internal double Minutes(Candidate c) => c.Minutes ?? settings.UnknownMinutes;

    internal double Balanced(Candidate c) => Minutes(c) + settings.Of(c.Rank) + Cover(c) + Cost(c) + (c.TypeCode == need.TypeCode ? 0 : settings.InsteadMinutes);

    /// <summary>What is left behind counts ten times.</summary>
    internal double Sparing(Candidate c) => Balanced(c) + 9 * Cover(c);

    /// <summary>All who are there by the moment from which there are enough.</summary>
    internal IReadOnlyList<Candidate> FirstThatSuffice()
    {
        var sum = 0L;
        double? enoughAt = null;
        foreach (var c in candidates.OrderBy(Minutes))
        {
            if (sum >= need.Quantity) break;
            sum += c.Quantity;
            enoughAt = Minutes(c);
        }
        return [.. candidates.Where(c => Minutes(c) <= enoughAt)];
    }

    /// <summary>Of goods no more leaves than is needed.</summary>
    private double Cover(Candidate c) => settings.CoverMinutes * (double)(c.UnitId is null ? Math.Min(c.Quantity, need.Quantity) : c.Quantity) / Math.Max(1, c.Ready);

    private double Cost(Candidate c) => c is { HourlyCostMinor: > 0, Currency: not null } ? settings.CostMinutes * (double)c.HourlyCostMinor.Value / dearest[c.Currency] : 0;
}
