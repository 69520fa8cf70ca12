using Coordination.Contracts.Events;

namespace Coordination.Intake.Reports;

/// <summary>Whom a tier reports to, and how far up a grade goes (条例493 Art. 10; jurisdiction data).</summary>
internal sealed class ReportChain
{
    public List<ChainStep> Steps { get; set; } = [];
    public List<GradeReach> Reaches { get; set; } = [];

    /// <summary>The next tier up, or null at the top.</summary>
    internal JurisdictionTier? Above(JurisdictionTier tier) => Steps.FirstOrDefault(s => s.From == tier)?.To;

    /// <summary>Tiers strictly between the two, lowest first; null when the second does not lie above the first.</summary>
    internal IReadOnlyList<JurisdictionTier>? Between(JurisdictionTier from, JurisdictionTier to)
    {
        var skipped = new List<JurisdictionTier>();
        for (var tier = Above(from); tier is { } next && skipped.Count <= Steps.Count; tier = Above(next))
        {
            if (next == to) return skipped;
            skipped.Add(next);
        }
        return null;
    }

    /// <summary>True when a body of this tier must report an event of this grade further up. An unknown grade goes as far as the lowest.</summary>
    internal bool Climbs(JurisdictionTier tier, IncidentGrade? grade)
    {
        var top = Reaches.FirstOrDefault(r => r.Grade == (grade ?? IncidentGrade.Ordinary))?.Tier;
        return top is { } t ? Between(tier, t) is not null : Above(tier) is not null;
    }
}
